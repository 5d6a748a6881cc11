import { rmSync } from 'node:fs';
import { type Database, type Migration, openAsItIs, openDatabase, type Statement } from '../open-database.js';
import { isDamage, LARGEST_COUNT, type Row, readRows } from './read-rows.js';

/** Per table how many rows were saved, and whether some are known to be lost. */
export type Salvaged = Map<string, { rows: number; isWhole: boolean }>;

/**
 * Copies what can still be read of a damaged database into a new one, without the tables that are made from others.
 * Throws what SQLite throws where nothing can be read at all.
 */
export function salvage(
  damaged: string,
  copy: string,
  migrations: readonly Migration[],
  derived: readonly string[],
): Salvaged {
  for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
  const from = openAsItIs(damaged);
  try {
    const into = openDatabase(copy, migrations);
    try {
      into.pragma('foreign_keys = OFF');
      const salvaged: Salvaged = new Map();
      into.transaction(() => {
        for (const table of listTables(into)) {
          if (!derived.includes(table)) salvaged.set(table, copyTable(from, into, table));
        }
        keepSequences(from, into);
      })();
      return salvaged;
    } finally {
      into.close();
    }
  } finally {
    from.close();
  }
}

const listTables = (database: Database): string[] =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];

function copyTable(from: Database, into: Database, table: string) {
  const columnsOf = (database: Database) =>
    (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  // Columns that came with later versions stand behind the others.
  const columns = columnsOf(into).slice(0, columnsOf(from).length);
  // A version from before the table had no such rows.
  if (columns.length === 0) return { rows: 0, isWhole: true };
  const insert = into.prepare(
    `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let refused = 0;
  const { rows, isWhole } = readRows(from, table, (row) => {
    if (!putIn(insert, row)) refused++;
  });
  return { rows: rows - refused, isWhole: isWhole && refused === 0 };
}

/** False where the row holds what its table may not: then it was changed on the disk. */
function putIn(insert: Statement, row: Row): boolean {
  try {
    insert.run(...row);
    return true;
  } catch (error) {
    if (/^SQLITE_(CONSTRAINT|MISMATCH)/.test(String((error as { code?: unknown }).code))) return false;
    throw error;
  }
}

/** Numbers that were given once are not given again. */
function keepSequences(from: Database, into: Database): void {
  const raise = into.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?');
  const add = into.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)');
  try {
    for (const { name, seq } of from.prepare('SELECT name, seq FROM sqlite_sequence').all() as {
      name: string;
      seq: number;
    }[]) {
      if (!(seq < LARGEST_COUNT)) continue;
      if (raise.run(seq, name).changes === 0) add.run(name, seq);
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}
