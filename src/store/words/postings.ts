import { damagedRow } from '../damaged-row.js';
import { BLOCK, buildTable, tableBytes } from './block-table.js';

/**
 * One term's postings in one segment: for each chunk that holds it, in order of place, the distance to the place
 * before and the frequency. Variable-length integers, seven bits a byte, lowest first; the distance's lowest bit
 * says that the frequency is 1, which then is not written. Where there are more than a block of them, the table of
 * the blocks (block-table.ts) stands in front.
 */
export type Postings = { places: Int32Array; frequencies: Int32Array };

/** Filled by one list after the other: memory of its own for each of a million terms costs more than the encoding. */
let room = new Uint8Array(0);
let used = 0;
const ROOM = 1 << 16;

/**
 * `pairs` holds place, frequency, place, frequency, …, places ascending; `lengths` are those of the segment's chunks, by
 * place.
 */
export function encodePostings(pairs: readonly number[], lengths: Uint16Array): Uint8Array {
  const tableLength = tableBytes(pairs.length / 2);
  const most = tableLength + pairs.length * 5;
  if (used + most > room.length) {
    room = new Uint8Array(Math.max(most, ROOM));
    used = 0;
  }
  const bytes = room;
  const from = used;
  const start = from + tableLength;
  const ends: number[] = [];
  let at = start;
  let before = -1;
  const write = (value: number) => {
    let rest = value;
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
    bytes[at++] = rest;
  };
  for (let i = 0; i < pairs.length; i += 2) {
    const place = pairs[i] as number;
    const frequency = pairs[i + 1] as number;
    write(((place - before) << 1) | (frequency === 1 ? 1 : 0));
    if (frequency !== 1) write(frequency);
    before = place;
    if (i % (2 * BLOCK) === 2 * (BLOCK - 1)) ends.push(at - start);
  }
  if (tableLength > 0) bytes.set(buildTable(pairs, [...ends, at - start], lengths), from);
  used = at;
  return bytes.subarray(from, at);
}

export function decodePostings(data: Uint8Array, count: number): Postings {
  const postings = { places: new Int32Array(count), frequencies: new Int32Array(count) };
  decodeInto(postings, data, tableBytes(count), count, -1);
  return postings;
}

const LAST_PLACE = 2 ** 31 - 1;

/**
 * Decodes `count` postings that begin at a byte and follow the place `before`, to the front of `postings`, or as many as
 * there are to the first that is not below `until`. Returns how many. Throws what `damagedRow` makes where the bytes are too few to be so many.
 */
export function decodeInto(
  { places, frequencies }: Postings,
  data: Uint8Array,
  from: number,
  count: number,
  before: number,
  until = LAST_PLACE,
): number {
  if (data.length - from < count) throw damagedRow('postings');
  let at = from;
  let place = before;
  let i = 0;
  for (; i < count && place < until; i++) {
    let byte = data[at++] as number;
    let head = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = data[at++] as number;
      head |= (byte & 127) << shift;
    }
    place += head >>> 1;
    let frequency = 1;
    if ((head & 1) === 0) {
      byte = data[at++] as number;
      frequency = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = data[at++] as number;
        frequency |= (byte & 127) << shift;
      }
    }
    places[i] = place;
    frequencies[i] = frequency;
  }
  return i;
}
