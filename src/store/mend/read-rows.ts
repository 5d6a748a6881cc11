import type { Database } from '../open-database.js';

/** The values of a row, in the order of the table's columns: their names may be damaged, too. */
export type Row = readonly unknown[];

/** What came out of a damaged table: `isWhole` says that nothing is known to be missing. */
type RowsRead = { rows: number; isWhole: boolean };

/** No counter gets this far: a larger number was changed on the disk, and the counter would go on from it. */
export const LARGEST_COUNT = 2 ** 31;

/** Between two ends that can be read, so many row ids are tried one by one; behind the only one fewer. */
const TRIED_BETWEEN = 1_000_000;
const TRIED_BEHIND = 5_000;

/**
 * Hands over each row of a table that can still be read, some perhaps twice: from its beginning to the first damage, from
 * its end back to the last, and between them row id by row id.
 */
export function readRows(database: Database, table: string, onRow: (row: Row) => void): RowsRead {
  const schema = String(database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table));
  const read: RowsRead = { rows: 0, isWhole: true };
  const hand = (row: Row) => {
    read.rows++;
    onRow(row);
  };
  const isWhole = /WITHOUT ROWID/i.test(schema)
    ? readByKey(database, table, hand)
    : readByRowId(database, table, /AUTOINCREMENT/i.test(schema), hand);
  return { rows: read.rows, isWhole };
}

function readByKey(database: Database, table: string, onRow: (row: Row) => void): boolean {
  const key = (database.pragma(`table_info(${table})`) as { name: string; pk: number }[])
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk);
  const order = (direction: string) => key.map(({ name }) => `"${name}" ${direction}`).join(', ');
  if (scan(database, `SELECT * FROM ${table} ORDER BY ${order('ASC')}`, onRow)) return true;
  scan(database, `SELECT * FROM ${table} ORDER BY ${order('DESC')}`, onRow);
  return false;
}

function readByRowId(
  database: Database,
  table: string,
  isCounted: boolean,
  onRow: (row: Row) => void,
): boolean {
  let last: number | null = null;
  let isSound = true;
  const hand = ([rowId, ...row]: Row) => {
    last = Number(rowId);
    if (isCounted && !(last > 0 && last < LARGEST_COUNT)) isSound = false;
    else onRow(row);
  };
  const select = `SELECT rowid, * FROM ${table}`;
  if (scan(database, `${select} ORDER BY rowid ASC`, hand)) return isSound;
  const low: number = last ?? 0;
  last = null;
  scan(database, `${select} ORDER BY rowid DESC`, hand);
  const high: number = last ?? low + TRIED_BEHIND;
  if (high - low > TRIED_BETWEEN) return false;
  const byId = database.prepare(`${select} WHERE rowid = ?`).raw();
  for (let id = low + 1; id < high; id++) {
    const row = unlessDamaged(() => byId.get(id) as Row | undefined);
    if (row) hand(row);
  }
  return false;
}

/** False where the scan broke off. */
function scan(database: Database, sql: string, onRow: (row: Row) => void): boolean {
  const isDone = unlessDamaged(() => {
    for (const row of database.prepare(sql).raw().iterate() as Iterable<Row>) onRow(row);
    return true;
  });
  return isDone ?? false;
}

function unlessDamaged<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (!isDamage(error)) throw error;
    return null;
  }
}

export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String((error as { code?: unknown }).code));
}
