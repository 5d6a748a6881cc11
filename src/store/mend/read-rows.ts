import type { Database, Statement } from '../open-database.js';

export type Row = Record<string, unknown>;

/** What came out of a damaged table: `isWhole` says that nothing is known to be missing. */
export type RowsRead = { rows: number; isWhole: boolean };

/**
 * Hands over each row of a table that can still be read, some perhaps twice. A table with row ids is read in their order,
 * and behind damage id by id; one without from both ends.
 */
export function readRows(database: Database, table: string, onRow: (row: Row) => void): RowsRead {
  const read: RowsRead = { rows: 0, isWhole: true };
  const hand = (row: Row) => {
    read.rows++;
    onRow(row);
  };
  const hasRowId = !/WITHOUT ROWID/i.test(schemaOf(database, table));
  if (!hasRowId) {
    const key = keyOf(database, table);
    const order = (direction: string) => key.map((column) => `${column} ${direction}`).join(', ');
    read.isWhole = scan(database, `SELECT * FROM ${table} ORDER BY ${order('ASC')}`, hand);
    if (!read.isWhole) scan(database, `SELECT * FROM ${table} ORDER BY ${order('DESC')}`, hand);
    return read;
  }
  let last = 0;
  read.isWhole = scan(database, `SELECT rowid AS row_id, * FROM ${table} ORDER BY rowid`, (row) => {
    last = Number(row.row_id);
    hand(row);
  });
  if (!read.isWhole) readOneByOne(database, table, last, hand);
  return read;
}

/** False where the scan broke off. */
function scan(database: Database, sql: string, onRow: (row: Row) => void): boolean {
  try {
    for (const row of database.prepare(sql).iterate() as Iterable<Row>) onRow(row);
    return true;
  } catch (error) {
    throwUnlessDamaged(error);
    return false;
  }
}

/** So many ids behind the last one that was found may be looked for in vain, where the largest is not known. */
const IN_VAIN = 5_000;

function readOneByOne(database: Database, table: string, last: number, onRow: (row: Row) => void): void {
  const get = (statement: Statement, ...values: number[]): Row | null => {
    try {
      return (statement.get(...values) as Row | undefined) ?? null;
    } catch (error) {
      throwUnlessDamaged(error);
      return null;
    }
  };
  const largest = get(database.prepare(`SELECT max(rowid) AS largest FROM ${table}`))?.largest as
    | number
    | undefined;
  const byId = database.prepare(`SELECT rowid AS row_id, * FROM ${table} WHERE rowid = ?`);
  let end = largest ?? last + IN_VAIN;
  for (let id = last + 1; id <= end; id++) {
    const row = get(byId, id);
    if (row === null) continue;
    onRow(row);
    if (largest === undefined) end = id + IN_VAIN;
  }
}

const schemaOf = (database: Database, table: string): string =>
  String(database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table));

const keyOf = (database: Database, table: string): string[] =>
  (database.pragma(`table_info(${table})`) as { name: string; pk: number }[])
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({ name }) => name);

export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String((error as { code?: unknown }).code));
}

function throwUnlessDamaged(error: unknown): void {
  if (!isDamage(error)) throw error;
}
