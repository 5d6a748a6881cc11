import type { Passage } from '../search/passages.js';
import { splitSentences } from '../text/split-sentences.js';

/**
 * UTF-16 units of article text that a model is given: with instructions and question some 8,000 tokens, which small
 * local models take as well. One article does not push out all others.
 */
const MOST = { all: 9000, one: 2400 };

/** The first passages that fit, each cut behind a sentence where it is too long; best first, as they were. */
export function boundPassages(passages: readonly Passage[]): Passage[] {
  const bounded: Passage[] = [];
  let left = MOST.all;
  for (const passage of passages) {
    const kept = cutBehindSentence(passage, Math.min(left, MOST.one));
    if (kept.end <= kept.start) break;
    bounded.push(kept);
    left -= kept.end - kept.start;
  }
  return bounded;
}

function cutBehindSentence({ article, start, end }: Passage, most: number): Passage {
  if (end - start <= most) return { article, start, end };
  const ends = splitSentences(article.body.slice(start, start + most + 1)).map((span) => start + span.end);
  // The last one may go on behind the cut.
  const whole = ends.filter((at) => at <= start + most).at(-2) ?? start;
  return { article, start, end: whole > start ? whole : Math.min(end, start + most) };
}
