import type { Block } from '../blocks/block.js';
import type { PageSigns } from './page-signs.js';
import { POINTS } from './points.js';
import type { Reading } from './thread.js';

/** So many headline-like lines together are more than a headline with its decks. */
const LONG_RUN = 5;
/** So many lines that wait are usual: a label and a headline of two decks. */
const USUAL_LINES = 3;
/** A line with this share of its rare pairs in some paragraph is likely its headline. */
const FITTING = 0.3;

/** Characters. */
const ALIKE = 2;

/** Whether a headline-like line may be an entry of a list or a verse: many stand together, or a colon announced them. */
export function mayBeEntry({ blocks, runs }: PageSigns, index: number): boolean {
  const block = blocks[index];
  if (block?.vertical || block?.isHeading) return false;
  if ((runs[index] ?? 0) >= LONG_RUN) return true;
  let before = index - 1;
  while (blocks[before]?.role === 'headline') before--;
  return /[:：]$/u.test(blocks[before]?.text ?? '');
}

/** For one more line that waits: many that fit no body are no headlines. */
export function weighWaiting({ waiting }: Reading, signs: PageSigns, index: number): number {
  if (waiting.length < USUAL_LINES || !mayBeEntry(signs, index)) return 0;
  const fit = Math.max(0, ...signs.affinity.ofBlock(index).map(({ share }) => share));
  return POINTS.crowded * (1 - Math.min(1, fit / FITTING));
}

/** For an entry: what speaks for its beginning an article, a table or a poem under its headline. */
export function weighFirstEntry(
  { waiting, waitingByline }: Reading,
  { blocks }: PageSigns,
  index: number,
): number {
  if (waitingByline.length) return POINTS.entryBegins;
  const above = blocks[waiting.at(-1) ?? -1]?.text;
  const isNamed = above !== undefined && !isAlike(above, blocks[index]?.text ?? '');
  return isNamed ? POINTS.entryBegins : POINTS.entryBeginsUnnamed;
}

/** Entries of one list begin or end alike, a headline differs from them. */
const isAlike = (first: string, second: string): boolean =>
  first.slice(0, ALIKE) === second.slice(0, ALIKE) || first.slice(-ALIKE) === second.slice(-ALIKE);

/** For an entry: what speaks for its going on with the latest article. */
export function weighEntry(reading: Reading, blocks: readonly Block[]): number {
  const body = reading.threads[reading.current]?.body ?? [];
  const last = blocks[body.at(-1) ?? -1];
  if (!last) return POINTS.entryBeginsUnnamed;
  if (/[:：]$/u.test(last.text)) return POINTS.entryAfterColon;
  if (last.role === 'headline') return POINTS.entryGoesOn;
  return body.length === 1 ? POINTS.entryAfterLead : POINTS.entryInterrupts;
}
