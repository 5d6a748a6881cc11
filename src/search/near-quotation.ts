import { foldForComparing } from '../text/fold.js';
import type { PrintedQuotation } from './find-quotation.js';

/**
 * What is still the same sentence, in folded characters. Measured over 12,000 articles, 1,200 sentences of each kind:
 * of sentences with one character changed .12 finds all that have ten characters or more (.08: 96 %, .10: 99 %);
 * sentences of which a third was reworded begin at .20, two halves of different sentences mostly at .25. A shorter
 * clause of other articles has a chance neighbour one character off in 6 to 14 of 100 cases, one of ten or more
 * in 1 or 2.
 */
const MOST_CHANGED = 0.12;
const SHORTEST_CHANGED = 10;
/**
 * A longer stretch that nobody printed is another statement. At the ends two characters already: there a half of
 * another sentence hides (of 1,200 halves put together 33 were taken for one sentence without this, none with it).
 */
const LONGEST_EDIT = 4;
const LONGEST_EDIT_AT_END = 2;
/** Worth naming as the nearest where nothing was found. */
const MOST_CHANGED_NEAREST = 0.25;

/** How many characters may differ for it to be the same sentence. */
export const mostChangesOfSame = (length: number): number =>
  length < SHORTEST_CHANGED ? 0 : Math.max(1, Math.floor(length * MOST_CHANGED));

/** How many characters may differ where also the nearest sentence is wanted. */
export const mostChanges = (length: number): number =>
  length < SHORTEST_CHANGED ? 0 : Math.floor(length * MOST_CHANGED_NEAREST);

/** Whether the printed stretch is what was quoted, but for a few characters. */
export function isNear(quotation: string, { distance, edits }: PrintedQuotation): boolean {
  if (distance > mostChangesOfSame(lengthOf(quotation))) return false;
  return edits.every(({ start, end }) => {
    const isAtEnd = lengthOf(quotation.slice(0, start)) === 0 || lengthOf(quotation.slice(end)) === 0;
    return lengthOf(quotation.slice(start, end)) <= (isAtEnd ? LONGEST_EDIT_AT_END : LONGEST_EDIT);
  });
}

const lengthOf = (text: string): number => foldForComparing(text).text.length;
