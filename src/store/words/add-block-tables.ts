import { isDamagedRow } from '../damaged-row.js';
import type { Database } from '../open-database.js';
import { BLOCK } from './block-table.js';
import { decodeInto, encodePostings } from './postings.js';
import { loadSegments, type Segment } from './segment.js';

type Row = { term: string; count: number; data: Buffer };

/**
 * A migration: lists longer than a block had no table in front. The database's own table gets another name, so that a program
 * of before that still runs fails and does not read or write lists without tables. What cannot be read stays as it is: the
 * check of the words' index tells and mends it.
 */
export function addBlockTables(database: Database): void {
  database.exec('ALTER TABLE posting RENAME TO posting_list');
  const load = database.prepare(
    'SELECT term, count, data FROM posting_list WHERE segment_id = ? AND count > ?',
  );
  const update = database.prepare('UPDATE posting_list SET data = ? WHERE segment_id = ? AND term = ?');
  for (const { segmentId, lengths } of loadReadable(database)) {
    for (const { term, count, data } of load.all(segmentId, BLOCK) as Row[]) {
      const pairs = decodeWithoutTable(data, count);
      if (pairs !== null) update.run(encodePostings(pairs, lengths), segmentId, term);
    }
  }
}

function loadReadable(database: Database): Segment[] {
  try {
    return loadSegments(database);
  } catch (error) {
    if (isDamagedRow(error)) return [];
    throw error;
  }
}

function decodeWithoutTable(data: Buffer, count: number): number[] | null {
  if (!Buffer.isBuffer(data) || data.length < count) return null;
  const [places, frequencies] = [new Int32Array(count), new Int32Array(count)];
  decodeInto({ places, frequencies }, data, 0, count, -1);
  const pairs: number[] = [];
  for (let i = 0; i < count; i++) pairs.push(places[i] as number, frequencies[i] as number);
  return pairs;
}
