import { saturatedFrequency } from './bm25.js';

/** Postings in a block. A list that is no longer than one has no table. */
export const BLOCK = 32;
const HEAD = 8;
const ENTRY = 8;
/** Stands for no chunk at all: such a length says next to nothing, so that a bound made of it stays one. */
const LONGEST = 65_535;

/**
 * The table in front of a long list: what it can say at most, and its blocks, so that one of them can be found and decoded by
 * itself. How much a term says in a chunk grows with its frequency there and falls with the chunk's length, whatever the
 * average length and the formula's constants: only the shortest chunks that hold the term once, twice and more often can be
 * the best.
 *
 *   shortest     uint16  chunk that holds the term once
 *                uint16  twice
 *                uint16  more often
 *   most         uint16  frequency
 *   last places  uint32  of each block
 *   ends         uint32  of each block's bytes, counted from the end of the table
 */
export type BlockTable = {
  shortest: readonly [number, number, number];
  most: number;
  lastPlaces: Uint32Array;
  ends: Uint32Array;
};

const blocksOf = (count: number) => Math.ceil(count / BLOCK);

export const tableBytes = (count: number) => (count > BLOCK ? HEAD + blocksOf(count) * ENTRY : 0);

/** `ends` of the blocks; `pairs` as in `encodePostings`. Dead chunks (length 0) bound nothing. */
export function buildTable(
  pairs: readonly number[],
  ends: readonly number[],
  lengths: Uint16Array,
): Uint8Array {
  const count = pairs.length / 2;
  const table = new DataView(new ArrayBuffer(tableBytes(count)));
  const shortest = [LONGEST, LONGEST, LONGEST];
  let most = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const length = lengths[pairs[i] as number] as number;
    const frequency = Math.min(pairs[i + 1] as number, LONGEST);
    if (length === 0) continue;
    const kind = Math.min(frequency, 3) - 1;
    shortest[kind] = Math.min(shortest[kind] as number, length);
    most = Math.max(most, frequency);
  }
  [...shortest, most].forEach((value, i) => {
    table.setUint16(2 * i, value, true);
  });
  const blocks = blocksOf(count);
  for (let block = 0; block < blocks; block++) {
    const last = Math.min((block + 1) * BLOCK, count) - 1;
    table.setUint32(HEAD + 4 * block, pairs[2 * last] as number, true);
    table.setUint32(HEAD + 4 * (blocks + block), ends[block] as number, true);
  }
  return new Uint8Array(table.buffer);
}

/** The table of a list that has one. */
export function readTable(data: Uint8Array, count: number): BlockTable {
  const view = new DataView(data.buffer, data.byteOffset, HEAD);
  const [once, twice, more, most] = [0, 2, 4, 6].map((at) => view.getUint16(at, true));
  const blocks = blocksOf(count);
  return {
    shortest: [once as number, twice as number, more as number],
    most: most as number,
    lastPlaces: readUint32(data, HEAD, blocks),
    ends: readUint32(data, HEAD + 4 * blocks, blocks),
  };
}

/** A view where the bytes happen to be aligned, otherwise a copy (little endian). */
function readUint32(data: Uint8Array, from: number, count: number): Uint32Array {
  const at = data.byteOffset + from;
  if (at % 4 === 0) return new Uint32Array(data.buffer, at, count);
  return new Uint32Array(data.slice(from, from + 4 * count).buffer, 0, count);
}

/** No posting of the list has a saturated frequency above this. */
export function boundList({ shortest, most }: BlockTable, averageLength: number): number {
  const [once, twice, more] = shortest;
  // LONGEST stands for that frequency and all above it.
  const highest = most === LONGEST ? Number.MAX_SAFE_INTEGER : most;
  return Math.max(
    saturatedFrequency(1, once, averageLength),
    saturatedFrequency(2, twice, averageLength),
    saturatedFrequency(highest, more, averageLength),
  );
}

/** Whether a live chunk's posting is one that the table allows for. */
export function isBounded({ shortest, most }: BlockTable, frequency: number, length: number): boolean {
  const kind = shortest[Math.min(frequency, 3) - 1] ?? LONGEST;
  return Math.min(frequency, LONGEST) <= most && kind <= length;
}
