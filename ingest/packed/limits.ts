/**
 * What packed input may unpack to. Text packs to a third or a tenth, dumps that repeat themselves to a fiftieth; a
 * bomb to a thousandth (the most that deflate can do is 1032).
 */
export const MAX_RATIO = 200;
/** Bytes that do no harm however they were packed. */
const HARMLESS = 16e6;
/** Bytes. A stream needs no room; what a .zip holds is unpacked into a temporary folder. */
export const MAX_STREAM = 8e9;
/** Bytes of what is unpacked into memory. */
export const MAX_IN_MEMORY = 400e6;
export const MAX_MEMBER = 2e9;
export const MAX_MEMBERS_TOTAL = 4e9;
/** A year of an e-paper's pages and pictures has less than half as many. */
export const MAX_MEMBERS = 200_000;

export const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > HARMLESS && unpacked > packed * MAX_RATIO;
