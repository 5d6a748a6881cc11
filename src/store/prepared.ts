import type { Database, Statement } from './open-database.js';

const statements = new WeakMap<Database, Map<string, Statement>>();

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
