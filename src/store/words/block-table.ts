import { saturatedFrequency } from './bm25.js';

/** Postings in a block. A list that is no longer than one has no table. */
export const BLOCK = 128;
const ENTRY = 16;
/** Stands for no chunk at all: such a length says next to nothing, so that a bound made of it stays one. */
const LONGEST = 65_535;

/**
 * The blocks of a long list, so that one of them can be found and decoded by itself, and passed over where it holds
 * nothing good enough. How much a term says in a chunk grows with its frequency there and falls with the chunk's length,
 * whatever the average length and the formula's constants: of the chunks of a block only the shortest that hold the term
 * once, twice and more often can be the best.
 *
 *   last place  uint32
 *   end         uint32  of its bytes, counted from the end of the table
 *   shortest    uint16  chunk that holds the term once
 *               uint16  twice
 *               uint16  more often
 *   most        uint16  frequency
 */
export type BlockTable = {
  lastPlaces: Int32Array;
  ends: Int32Array;
  shortest: [Uint16Array, Uint16Array, Uint16Array];
  most: Uint16Array;
};

export const tableBytes = (count: number) => (count > BLOCK ? Math.ceil(count / BLOCK) * ENTRY : 0);

/** `ends` of the full blocks and `end` of the last one; `pairs` as in `encodePostings`. Dead chunks (length 0) bound nothing. */
export function buildTable(
  pairs: readonly number[],
  ends: readonly number[],
  end: number,
  lengths: Uint16Array,
): Uint8Array {
  const table = new DataView(new ArrayBuffer(tableBytes(pairs.length / 2)));
  for (let entry = 0, from = 0; entry < table.byteLength; entry += ENTRY, from += 2 * BLOCK) {
    const to = Math.min(from + 2 * BLOCK, pairs.length);
    const shortest = [LONGEST, LONGEST, LONGEST];
    let most = 0;
    for (let i = from; i < to; i += 2) {
      const length = lengths[pairs[i] as number] as number;
      const frequency = Math.min(pairs[i + 1] as number, LONGEST);
      if (length === 0) continue;
      const kind = Math.min(frequency, 3) - 1;
      shortest[kind] = Math.min(shortest[kind] as number, length);
      most = Math.max(most, frequency);
    }
    table.setUint32(entry, pairs[to - 2] as number, true);
    table.setUint32(entry + 4, ends[entry / ENTRY] ?? end, true);
    shortest.forEach((length, kind) => {
      table.setUint16(entry + 8 + 2 * kind, length, true);
    });
    table.setUint16(entry + 14, most, true);
  }
  return new Uint8Array(table.buffer);
}

/** The table of a list that has one. */
export function readTable(data: Uint8Array, count: number): BlockTable {
  const blocks = tableBytes(count) / ENTRY;
  const view = new DataView(data.buffer, data.byteOffset, blocks * ENTRY);
  const lastPlaces = new Int32Array(blocks);
  const ends = new Int32Array(blocks);
  const shortest: BlockTable['shortest'] = [
    new Uint16Array(blocks),
    new Uint16Array(blocks),
    new Uint16Array(blocks),
  ];
  const most = new Uint16Array(blocks);
  for (let block = 0, entry = 0; block < blocks; block++, entry += ENTRY) {
    lastPlaces[block] = view.getUint32(entry, true);
    ends[block] = view.getUint32(entry + 4, true);
    shortest[0][block] = view.getUint16(entry + 8, true);
    shortest[1][block] = view.getUint16(entry + 10, true);
    shortest[2][block] = view.getUint16(entry + 12, true);
    most[block] = view.getUint16(entry + 14, true);
  }
  return { lastPlaces, ends, shortest, most };
}

/** No posting of the block has a saturated frequency above this. */
export function boundBlock({ shortest, most }: BlockTable, block: number, averageLength: number): number {
  const frequency = most[block] as number;
  // LONGEST stands for that frequency and all above it.
  const highest = frequency === LONGEST ? Number.MAX_SAFE_INTEGER : frequency;
  return Math.max(
    saturatedFrequency(1, shortest[0][block] as number, averageLength),
    saturatedFrequency(2, shortest[1][block] as number, averageLength),
    saturatedFrequency(highest, shortest[2][block] as number, averageLength),
  );
}

/** Whether a live chunk's posting is one that the block's entry allows for. */
export function isBounded(
  { shortest, most }: BlockTable,
  block: number,
  frequency: number,
  length: number,
): boolean {
  const kind = shortest[Math.min(frequency, 3) - 1]?.[block] ?? LONGEST;
  return Math.min(frequency, LONGEST) <= (most[block] as number) && kind <= length;
}
