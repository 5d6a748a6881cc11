import type { Database } from '../open-database.js';
import { MovedPostings } from './moved-postings.js';
import { PostingWriter } from './posting-writer.js';
import { decodePostings } from './postings.js';
import { countLive, insertSegment, loadSegments, type Segment } from './segment.js';
import { TermCursor, takeSmallestTerm } from './term-cursor.js';

/**
 * A segment is merged with all smaller ones as soon as these have this share of its chunks together. A term is looked up
 * once in each segment, so there should be few; and each chunk is written again only when its segment grows by so much.
 */
const LEAST_SHARE = 1 / 2;
/** One of so many chunks stays as it is: to write those of 200,000 again takes a minute. A step of a large file is one. */
const LARGE = 40_000;

/** Merges where there are more than `most` small segments, or one that is mostly dead. Dead chunks and their postings go on the way. */
export function mergeSegments(database: Database, most: number): void {
  let segments = loadSegments(database);
  for (let chosen = chooseMerge(segments, most); chosen.length > 0; chosen = chooseMerge(segments, most)) {
    merge(database, chosen);
    segments = loadSegments(database, segments);
  }
}

/** In order of their chunks, so that the lists of a term mostly follow each other. */
function chooseMerge(segments: readonly Segment[], most: number): Segment[] {
  const sparse = segments.filter((segment) => segment.dead * 2 > segment.lengths.length);
  const small = segments.filter((segment) => countLive(segment) < LARGE);
  if (sparse.length > 0 || small.length <= most) return sparse;
  const bySize = small.sort((a, b) => countLive(b) - countLive(a));
  let smaller = bySize.reduce((sum, segment) => sum + countLive(segment), 0);
  const first = bySize.findIndex((segment) => {
    smaller -= countLive(segment);
    return smaller > 0 && smaller >= LEAST_SHARE * countLive(segment);
  });
  const chosen = first === -1 ? [] : bySize.slice(first);
  return chosen.sort((a, b) => (a.chunkIds[0] ?? 0) - (b.chunkIds[0] ?? 0));
}

function merge(database: Database, segments: readonly Segment[]): void {
  const { chunkIds, lengths, newPlaces } = mergeChunks(segments);
  if (chunkIds.length > 0) {
    const writer = new PostingWriter(database, insertSegment(database, chunkIds, lengths), lengths);
    const cursors = segments.map(({ segmentId }) => new TermCursor(database, segmentId));
    const moved = new MovedPostings();
    for (let next = takeSmallestTerm(cursors); next !== null; next = takeSmallestTerm(cursors)) {
      for (const { cursor, count, data } of next.rows)
        moved.add(decodePostings(data, count), 0, count, newPlaces[cursor] as Int32Array);
      writer.insert(next.term, moved.take());
    }
    writer.finish();
  }
  for (const { segmentId } of segments) {
    database.prepare('DELETE FROM postings WHERE segment_id = ?').run(segmentId);
    database.prepare('DELETE FROM segment WHERE segment_id = ?').run(segmentId);
  }
}

/** The live chunks of all segments in order of id; `newPlaces[s][place]` is where a chunk went, −1 where it is dead. */
function mergeChunks(segments: readonly Segment[]) {
  const chunkIds = Uint32Array.from(
    segments.flatMap((segment) => [...segment.chunkIds].filter((_, place) => segment.lengths[place] !== 0)),
  ).sort();
  const lengths = new Uint16Array(chunkIds.length);
  const newPlaces = segments.map((segment) => {
    let at = 0;
    return Int32Array.from(segment.chunkIds, (chunkId, place) => {
      const length = segment.lengths[place] as number;
      if (length === 0) return -1;
      while (chunkIds[at] !== chunkId) at++;
      lengths[at] = length;
      return at;
    });
  });
  return { chunkIds, lengths, newPlaces };
}
