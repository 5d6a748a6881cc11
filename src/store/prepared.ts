import type { Database, Statement } from './open-database.js';

const statements = new WeakMap<Database, Map<string, Statement>>();

/** Changes when another connection has committed. Its own pragma() would prepare a statement each time. */
export const loadDataVersion = (database: Database): unknown =>
  prepared(database, 'PRAGMA data_version').pluck().get();

/** The statement for a fixed text, prepared once for each database. */
export function prepared(database: Database, sql: string): Statement {
  let known = statements.get(database);
  if (known === undefined) {
    known = new Map();
    statements.set(database, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = database.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}
