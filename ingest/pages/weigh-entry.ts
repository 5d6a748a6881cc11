import type { Block } from './block.js';
import type { PageSigns } from './page-signs.js';
import { POINTS } from './points.js';
import type { Reading } from './thread.js';

/** So many headline-like lines together are more than a headline with its decks. */
const LONG_RUN = 5;
/** So many lines that wait are usual: a label and a headline of two decks. */
const USUAL_LINES = 3;
/** A line with this share of its rare pairs in some paragraph is likely its headline. */
const FITTING = 0.3;

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

/** For an entry: what speaks for its going on with the latest article. */
export function weighEntry(reading: Reading, blocks: readonly Block[]): number {
  const last = blocks[reading.threads[reading.current]?.body.at(-1) ?? -1];
  if (!last) return POINTS.entryBegins;
  if (/[:：]$/u.test(last.text)) return POINTS.entryAfterColon;
  return last.role === 'headline' ? POINTS.entryGoesOn : POINTS.entryInterrupts;
}
