import type { Edit } from '../text/align.js';
import { countCompared, isSameCompared } from '../text/compare-folded.js';
import type { PrintedQuotation } from './find-quotation.js';

/**
 * What is still the same sentence, in folded characters. Measured over 12,000 articles, 1,200 sentences of each kind:
 * with one character changed .12 finds all of ten characters or more; of all of eight or more .08 finds 96 %, .10
 * 99 %. Sentences of which a third was reworded begin at .20; halves of two sentences put together come down to .04
 * where one half is short, which the limits below are for. A clause of eight or nine characters from other articles
 * has a chance neighbour one character off in 6 to 10 of 100 cases, one of ten or more in about 2.
 */
const MOST_CHANGED = 0.12;
const SHORTEST_CHANGED = 10;
/**
 * More changed in one place is another statement. At the ends three characters already: there a half of another
 * sentence hides (of 1,200 halves put together 33 were taken for one sentence without this, none with it). Changes
 * with fewer characters than APART between them are in one place.
 */
const MOST_IN_ONE_PLACE = 4;
const MOST_AT_END = 2;
const APART = 4;
/** Worth naming as the nearest where nothing was found. */
const MOST_CHANGED_NEAREST = 0.25;

/** How many characters may differ for it to be the same sentence. */
export const mostChangesOfSame = (length: number): number =>
  length < SHORTEST_CHANGED ? 0 : Math.max(1, Math.floor(length * MOST_CHANGED));

/** How many characters may differ where also the nearest sentence is wanted. */
export const mostChanges = (length: number): number =>
  length < SHORTEST_CHANGED ? 0 : Math.floor(length * MOST_CHANGED_NEAREST);

/** Whether the printed stretch is what was quoted, but for a few characters. */
export function isNear(quotation: string, { article, distance, edits }: PrintedQuotation): boolean {
  const length = countCompared(quotation);
  if (distance > mostChangesOfSame(length)) return false;
  // Where only a symbol differs (98.6, 98.6%) that is told, but it is no other wording.
  const reworded = edits.filter(
    ({ start, end, from, to }) => !isSameCompared(quotation.slice(start, end), article.body.slice(from, to)),
  );
  return findChanges(quotation, reworded).every(
    ({ start, end, changed }) =>
      changed <= (start < APART || length - end < APART ? MOST_AT_END : MOST_IN_ONE_PLACE),
  );
}

/** Where something is changed, in folded characters of the quotation, and how many of them are. */
function findChanges(quotation: string, edits: readonly Edit[]) {
  const places: { start: number; end: number; changed: number }[] = [];
  for (const edit of edits) {
    const start = countCompared(quotation.slice(0, edit.start));
    const changed = countCompared(quotation.slice(edit.start, edit.end));
    const last = places.at(-1);
    if (last && start - last.end < APART) {
      last.end = start + changed;
      last.changed += changed;
    } else places.push({ start, end: start + changed, changed });
  }
  return places;
}
