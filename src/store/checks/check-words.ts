import type { Check } from '../../domain/ports.js';
import { wordsCheck } from '../../domain/wording/store.js';
import { isDamagedRow } from '../damaged-row.js';
import type { Database } from '../open-database.js';
import { PostingList } from '../words/posting-list.js';
import { loadSegments, type Segment, toLength } from '../words/segment.js';
import { broken, ok } from './check-line.js';

export function checkWords(database: Database): Check {
  const faults = findWordFaults(database);
  const { chunks, missing, extra, wrong } = faults;
  if (missing + extra + wrong === 0) return ok(wordsCheck.name, wordsCheck.ok(chunks));
  return broken(wordsCheck.name, wordsCheck.broken(faults), wordsCheck.mend());
}

/** How many chunks no segment has, how many segments have that are none, and how many have other terms than they should. */
type WordFaults = { chunks: number; missing: number; extra: number; wrong: number };

/** Each chunk must be live in exactly one segment, with as many terms as its length says, and nothing else may be. */
export function findWordFaults(database: Database): WordFaults {
  const stored = new Set(database.prepare('SELECT chunk_id FROM chunk').pluck().all() as number[]);
  const chunks = stored.size;
  let [extra, wrong] = [0, 0];
  try {
    for (const segment of loadSegments(database)) {
      segment.chunkIds.forEach((chunkId, place) => {
        if (segment.lengths[place] !== 0 && !stored.delete(chunkId)) extra++;
      });
      wrong += countWrongLengths(database, segment);
    }
    extra += countStrayPostings(database);
  } catch (error) {
    // A segment that is no list of numbers.
    if (!isDamagedRow(error)) throw error;
    return { chunks, missing: chunks, extra: 0, wrong: 0 };
  }
  return { chunks, missing: stored.size, extra, wrong };
}

function countWrongLengths(database: Database, segment: Segment): number {
  const { segmentId, lengths } = segment;
  const terms = new Uint32Array(lengths.length);
  const rows = database.prepare('SELECT count, data FROM postings WHERE segment_id = ?').iterate(segmentId);
  let outside = 0;
  for (const { count, data } of rows as Iterable<{ count: number; data: Buffer }>) {
    const list = new PostingList(segment, count, data);
    const { places, frequencies } = list.decoded;
    for (let block = 0; block < list.blocks; block++) {
      const decoded = list.decode(block);
      if (!list.isDescribed(block)) outside++;
      for (let i = 0; i < decoded; i++) {
        const place = places[i] as number;
        if (place < 0 || place >= terms.length) outside++;
        else terms[place] = (terms[place] as number) + (frequencies[i] as number);
      }
    }
  }
  return lengths.reduce(
    (sum, length, place) => sum + (length !== 0 && toLength(terms[place] as number) !== length ? 1 : 0),
    outside,
  );
}

const countStrayPostings = (database: Database): number =>
  database
    .prepare('SELECT count(*) FROM postings WHERE segment_id NOT IN (SELECT segment_id FROM segment)')
    .pluck()
    .get() as number;
