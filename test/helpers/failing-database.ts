import type { Database, Statement } from '../../src/store/open-database.js';

/**
 * Makes chosen writes of a database fail as they do on a full disk. Armed with `failAt` n, the n-th write from then on
 * fails and so do all that follow; with `rollsBack` SQLite has given up the whole transaction, as it does after some errors.
 */
export type Faults = { failAt: number; rollsBack: boolean; writes: number };

export function arm(faults: Faults, failAt: number, rollsBack = false): void {
  Object.assign(faults, { failAt, rollsBack, writes: 0 });
}

export function failWrites(database: Database, faults: Faults): Database {
  const { prepare, exec } = database;
  const rawExec = exec.bind(database);
  const count = () => {
    if (++faults.writes < faults.failAt) return;
    if (faults.rollsBack && database.inTransaction) rawExec('ROLLBACK');
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  database.exec = (sql) => {
    // What is undone needs no room.
    if (!/^ROLLBACK/.test(sql)) count();
    return rawExec(sql);
  };
  database.prepare = ((sql: string) => {
    const statement = prepare.call(database, sql) as Statement;
    const run = statement.run.bind(statement);
    statement.run = (...values) => {
      count();
      return run(...values);
    };
    return statement;
  }) as Database['prepare'];
  return database;
}
