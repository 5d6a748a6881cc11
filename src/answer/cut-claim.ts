import { fold } from '../text/fold.js';
import { findClauses, type Span } from '../text/split-sentences.js';

const PAIRS: readonly [string, string][] = [
  ['“', '”'],
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['「', '」'],
  ['【', '】'],
];

/**
 * The whole clauses of a sentence that hold the answer, and as many beside them as bring words of the question and fit
 * into `most` characters, in UTF-16 offsets of the sentence. A sentence that fits is taken whole; an answer that does
 * not fit into `most` is never cut.
 */
export function cutClaim(sentence: string, answer: Span, words: readonly string[], most: number): Span {
  if (sentence.length <= most) return { start: 0, end: sentence.length };
  const clauses = findClauses(sentence);
  let first = clauses.findIndex(({ end }) => end > answer.start);
  let last = clauses.findLastIndex(({ start }) => start < answer.end);
  if (first < 0 || last < first) return { start: 0, end: sentence.length };
  const slice = (from: number, to: number) =>
    sentence.slice(clauses[from]?.start ?? 0, clauses[to]?.end ?? sentence.length);
  for (;;) {
    const taken = slice(first, last);
    const left = first > 0 ? countNew(slice(first - 1, first - 1), taken, words) : -1;
    const right = last + 1 < clauses.length ? countNew(slice(last + 1, last + 1), taken, words) : -1;
    const goesLeft = left >= right && left >= 0;
    if (left < 0 && right < 0) break;
    const wider = goesLeft ? slice(first - 1, last) : slice(first, last + 1);
    if (wider.length > most) break;
    if (goesLeft) first--;
    else last++;
  }
  return closePairs(sentence, clauses, first, last);
}

/** How many words of the question a clause brings that the others do not hold. */
function countNew(clause: string, taken: string, words: readonly string[]): number {
  const folded = fold(clause);
  const held = fold(taken);
  return words.filter((word) => folded.includes(word) && !held.includes(word)).length;
}

/** A bracket or quotation mark that was opened is closed, however long that makes it. */
function closePairs(sentence: string, clauses: readonly Span[], first: number, last: number): Span {
  let from = first;
  let to = last;
  const text = () => sentence.slice(clauses[from]?.start ?? 0, clauses[to]?.end ?? sentence.length);
  const count = (mark: string) => text().split(mark).length;
  while (from > 0 && PAIRS.some(([open, close]) => count(open) < count(close))) from--;
  while (to + 1 < clauses.length && PAIRS.some(([open, close]) => count(open) > count(close))) to++;
  return { start: clauses[from]?.start ?? 0, end: clauses[to]?.end ?? sentence.length };
}
