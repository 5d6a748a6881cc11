import { copyToAligned, toBlob } from '../blobs.js';
import { damagedRow } from '../damaged-row.js';
import type { Database } from '../open-database.js';
import { prepared } from '../prepared.js';

/**
 * The words' index is a handful of segments, each written once: its chunks in order of id, and per term the
 * postings over places in that order. All that ever changes in a segment is that a chunk's length becomes 0: dead.
 *
 *   segment       chunk_ids  [ 7, 9, 12, …]   uint32 each, ascending
 *                 lengths    [41, 0, 38, …]   uint16 each, in terms
 *   postings  (segment, term) → places and frequencies, see postings.ts
 *
 * A live chunk is in exactly one segment.
 */
export type Segment = {
  segmentId: number;
  chunkIds: Uint32Array;
  lengths: Uint16Array;
  dead: number;
  /** The places of the dead, ascending. */
  deadPlaces: Int32Array;
  /** The lengths of all its live chunks together. */
  totalLength: number;
};

type SegmentRow = { segment_id: number; chunk_ids: Buffer; lengths: Buffer; dead: number };

/** The longest length that fits; a chunk without terms counts as one term long, because 0 means dead. */
export const toLength = (terms: number) => Math.min(Math.max(terms, 1), 65_535);

/** The segments as they are now; those in `known` that have not changed are taken from there. */
export function loadSegments(database: Database, known: readonly Segment[] = []): Segment[] {
  const current = prepared(
    database,
    'SELECT segment_id, dead FROM segment ORDER BY segment_id',
  ).all() as SegmentRow[];
  return current.map(({ segment_id, dead }) => {
    const same = known.find((segment) => segment.segmentId === segment_id && segment.dead === dead);
    return same ?? loadSegment(database, segment_id);
  });
}

function loadSegment(database: Database, segmentId: number): Segment {
  const row = prepared(database, 'SELECT * FROM segment WHERE segment_id = ?').get(segmentId) as SegmentRow;
  const { chunk_ids: ids, lengths: blob } = row;
  const isWhole = Buffer.isBuffer(ids) && Buffer.isBuffer(blob) && ids.length % 4 === 0;
  if (!isWhole || blob.length * 2 !== ids.length) throw damagedRow('segment');
  const lengths = new Uint16Array(copyToAligned(blob));
  const deadPlaces: number[] = [];
  let totalLength = 0;
  lengths.forEach((length, place) => {
    totalLength += length;
    if (length === 0) deadPlaces.push(place);
  });
  return {
    segmentId,
    chunkIds: new Uint32Array(copyToAligned(ids)),
    lengths,
    dead: row.dead,
    deadPlaces: Int32Array.from(deadPlaces),
    totalLength,
  };
}

export function insertSegment(database: Database, chunkIds: Uint32Array, lengths: Uint16Array): number {
  const statement = prepared(database, 'INSERT INTO segment (chunk_ids, lengths, dead) VALUES (?, ?, 0)');
  return Number(statement.run(toBlob(chunkIds), toBlob(lengths)).lastInsertRowid);
}

export const countLive = (segment: Segment) => segment.lengths.length - segment.dead;

/** The place of a live chunk in the segment, or −1. */
export function findPlace({ chunkIds, lengths }: Segment, chunkId: number): number {
  const place = lowerBound(chunkIds, chunkId);
  return chunkIds[place] === chunkId && lengths[place] !== 0 ? place : -1;
}

/** Where the first of the ascending numbers stands that is not below `least`. */
export function lowerBound(numbers: Uint32Array, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
