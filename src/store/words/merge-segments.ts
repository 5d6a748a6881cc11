import type { Database } from '../open-database.js';
import { MovedPostings } from './moved-postings.js';
import { PostingWriter } from './posting-writer.js';
import { decodePostings } from './postings.js';
import { countLive, insertSegment, loadSegments, type Segment } from './segment.js';
import { TermCursor, takeSmallestTerm } from './term-cursor.js';

/** A term is looked up once in each segment, so there are few. */
const MOST_SEGMENTS = 8;
const MERGED_AT_ONCE = 4;
/** Small ones are merged by themselves where there are so many: with a large one among them an evening's issue costs seconds. */
const FEWEST_SMALL = 3;
/** One is small beside those that are smaller where it has at most so many times their chunks. */
const MOST_LARGER = 8;

/** Merges until there are few segments and none that is mostly dead. Dead chunks and their postings go on the way. */
export function mergeSegments(database: Database): void {
  let segments = loadSegments(database);
  for (let chosen = chooseMerge(segments); chosen.length > 0; chosen = chooseMerge(segments)) {
    merge(database, chosen);
    segments = loadSegments(database, segments);
  }
}

/** In order of their chunks, so that the lists of a term mostly follow each other. */
function chooseMerge(segments: readonly Segment[]): Segment[] {
  const sparse = segments.filter((segment) => segment.dead * 2 > segment.lengths.length);
  if (sparse.length > 0 || segments.length <= MOST_SEGMENTS) return sparse;
  const bySize = [...segments].sort((a, b) => countLive(a) - countLive(b));
  const small = countSmall(bySize);
  // Where there are few small ones, large ones make room for those to come.
  const chosen = bySize.slice(0, small >= FEWEST_SMALL ? small : MERGED_AT_ONCE);
  return chosen.sort((a, b) => (a.chunkIds[0] ?? 0) - (b.chunkIds[0] ?? 0));
}

/** How many of the smallest, at most as many as are merged, are each not much larger than all before it together. */
function countSmall(bySize: readonly Segment[]): number {
  let together = 0;
  for (const [count, segment] of bySize.entries()) {
    const isMuchLarger = count > 0 && countLive(segment) > MOST_LARGER * together;
    if (isMuchLarger || count === MERGED_AT_ONCE) return count;
    together += countLive(segment);
  }
  return bySize.length;
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
