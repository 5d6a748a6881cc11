import { splitSentences } from '../../text/split-sentences.js';
import { cutPairs } from '../../text/words.js';

/** UTF-16 units: what is read at a glance in somebody else's chat. */
const LONGEST_QUOTE = 240;

/**
 * The part of a passage to show for a question: from the sentence that shares most character pairs with it on, in whole
 * sentences of at most 240 units together, or that one sentence where it is longer. A slice of the passage.
 */
export function chooseQuote(passage: string, question: string): string {
  const asked = new Set(cutPairs(question));
  const sentences = splitSentences(passage);
  const shares = sentences.map(({ start, end }) => countShared(passage.slice(start, end), asked));
  const best = sentences[shares.indexOf(Math.max(...shares))];
  if (best === undefined) return passage.trim();
  const ends = sentences.map(({ end }) => end).filter((end) => end > best.end);
  const end = ends.findLast((one) => one - best.start <= LONGEST_QUOTE) ?? best.end;
  return passage.slice(best.start, end);
}

function countShared(sentence: string, asked: ReadonlySet<string>): number {
  return new Set(cutPairs(sentence).filter((pair) => asked.has(pair))).size;
}
