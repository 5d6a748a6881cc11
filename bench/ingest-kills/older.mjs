// Archives as the first version of the program left them.
import { renameSync, rmSync } from 'node:fs';
import { dataFiles } from '../../dist/src/store/data-folder.js';
import { openAsItIs, openDatabase } from '../../dist/src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../../dist/src/store/schema.js';
import { tableBytes } from '../../dist/src/store/words/block-table.js';

const FIRST = 1;

/** Turns an archive into one of the first version: the same rows, without what came later. */
export function makeOlder(dataDir) {
  const path = dataFiles(dataDir).archive;
  const newer = `${path}.newer`;
  renameSync(path, newer);
  const database = openDatabase(path, ARCHIVE_MIGRATIONS.slice(0, FIRST));
  database.pragma('foreign_keys = OFF');
  database.prepare('ATTACH ? AS newer').run(newer);
  database.function('table_bytes', tableBytes);
  // Lists of postings had another name, and no table in front.
  database.exec(`CREATE TEMP VIEW older_posting AS
    SELECT segment_id, term, count, substr(data, table_bytes(count) + 1) AS data FROM newer.postings`);
  for (const table of listTables(database)) {
    const from = table === 'posting' ? 'temp.older_posting' : `newer.${table}`;
    const columns = database.pragma(`table_info(${table})`).map(({ name }) => name);
    database.exec(`DELETE FROM ${table}; INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${from}`);
  }
  database.close();
  rmSync(newer);
}

const listTables = (database) =>
  database
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();

/** After a kill: all migrations were done, or none that had not been before. A sentence where it is otherwise. */
export function findHalfMigrated(dataDir) {
  const database = openAsItIs(dataFiles(dataDir).archive);
  const version = Number(database.pragma('user_version', { simple: true }));
  const schema = readSchema(database);
  database.close();
  const fresh = openDatabase(':memory:', ARCHIVE_MIGRATIONS.slice(0, version));
  const expected = readSchema(fresh);
  fresh.close();
  const isOneOfTwo = version === FIRST || version === ARCHIVE_MIGRATIONS.length;
  return isOneOfTwo && schema === expected ? [] : [`表的版本 ${version} 只改了一半`];
}

const readSchema = (database) =>
  JSON.stringify(
    database.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name').pluck().all(),
  );
