import { isDamagedRow } from '../damaged-row.js';
import type { Database } from '../open-database.js';
import { BLOCK } from './block-table.js';
import { decodeInto, encodePostings } from './postings.js';
import { loadSegments, type Segment } from './segment.js';

type Row = { term: string; count: number; data: Buffer };

/** Lists were stored without a table at first, and then with one of 16 bytes for each 128 postings. */
const EARLIER = { block: 128, entry: 16 };

/**
 * A migration: lists longer than a block get the table of today. The database's own table gets another name, so that a
 * program of before that still runs fails and does not read or write what it does not know. What cannot be read stays as
 * it is: the check of the words' index tells and mends it.
 */
export function rebuildBlockTables(database: Database): void {
  const hadTables = hasTable(database, 'posting_list');
  database.exec(`ALTER TABLE ${hadTables ? 'posting_list' : 'posting'} RENAME TO postings`);
  const load = database.prepare('SELECT term, count, data FROM postings WHERE segment_id = ? AND count > ?');
  const update = database.prepare('UPDATE postings SET data = ? WHERE segment_id = ? AND term = ?');
  for (const { segmentId, lengths } of loadReadable(database)) {
    for (const { term, count, data } of load.all(segmentId, BLOCK) as Row[]) {
      const pairs = decodeEarlier(data, count, hadTables);
      if (pairs !== null) update.run(encodePostings(pairs, lengths), segmentId, term);
    }
  }
}

const hasTable = (database: Database, name: string): boolean =>
  database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;

function loadReadable(database: Database): Segment[] {
  try {
    return loadSegments(database);
  } catch (error) {
    if (isDamagedRow(error)) return [];
    throw error;
  }
}

function decodeEarlier(data: Buffer, count: number, hadTables: boolean): number[] | null {
  const { block, entry } = EARLIER;
  const from = hadTables && count > block ? Math.ceil(count / block) * entry : 0;
  if (!Buffer.isBuffer(data) || data.length < from + count) return null;
  const [places, frequencies] = [new Int32Array(count), new Int32Array(count)];
  decodeInto({ places, frequencies }, data, from, count, -1);
  const pairs: number[] = [];
  for (let i = 0; i < count; i++) pairs.push(places[i] as number, frequencies[i] as number);
  return pairs;
}
