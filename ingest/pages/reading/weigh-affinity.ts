import { sumByThread } from './affinity.js';
import type { PageSigns } from './page-signs.js';
import { POINTS } from './points.js';
import { findThread, type Reading } from './thread.js';

/** From this length on a paragraph's affinity counts in full. */
const TELLING_LENGTH = 120;

/** A body block that is to be placed, and what it has in common with each thread (points). */
export type NextBody = { index: number; isCaption: boolean; common: readonly number[] };

/** What a block has in common with each open thread, in points; 0 for closed ones. */
export function weighAffinity(reading: Reading, { blocks, affinity }: PageSigns, index: number): number[] {
  const shares = sumByThread(
    affinity.ofBlock(index),
    (place) => findThread(reading, place),
    reading.threads.length,
  );
  // A short paragraph has so few pairs that chance decides what it shares.
  const weight = Math.min(1, (blocks[index]?.text.length ?? 0) / TELLING_LENGTH);
  return reading.threads.map(({ closed }, number) =>
    closed ? 0 : POINTS.affinity * weight * (shares[number] ?? 0),
  );
}

export const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), 0);
