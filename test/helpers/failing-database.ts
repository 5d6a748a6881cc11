import { afterEach, beforeEach, vi } from 'vitest';
import type { Database, Statement } from '../../src/store/open-database.js';
import { Sqlite } from '../../src/store/sqlite.js';

/**
 * Makes chosen writes of databases fail as they do on a full disk. Armed with n, the n-th write from then on fails and so do
 * all that follow; with `rollsBack` SQLite has given up the whole transaction, as it does after some errors.
 */
type Faults = {
  arm(failAt: number, rollsBack?: boolean): void;
  disarm(): void;
  /** The database that was written to last. */
  written(): Database;
};

/** In each test of a file; nothing fails before it is armed. */
export function interceptWrites(): Faults {
  const { prepare, exec } = Sqlite.prototype;
  let [failAt, rolls, writes] = [Number.POSITIVE_INFINITY, false, 0];
  let last: Database | null = null;
  const arm = (at: number, rollsBack = false) => {
    [failAt, rolls, writes] = [at, rollsBack, 0];
  };
  const disarm = () => arm(Number.POSITIVE_INFINITY);
  const count = (database: Database) => {
    last = database;
    if (++writes < failAt) return;
    if (rolls && database.inTransaction) exec.call(database, 'ROLLBACK');
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  beforeEach(() => {
    vi.spyOn(Sqlite.prototype, 'exec').mockImplementation(function (this: Database, sql) {
      // What is undone needs no room.
      if (!/^ROLLBACK/.test(sql)) count(this);
      return exec.call(this, sql);
    });
    vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (this: Database, sql: string) {
      const statement = prepare.call(this, sql) as Statement;
      const run = statement.run.bind(statement);
      statement.run = (...values) => {
        count(this);
        return run(...values);
      };
      return statement;
    });
  });
  afterEach(() => {
    disarm();
    vi.restoreAllMocks();
  });
  return {
    ...{ arm, disarm },
    written() {
      if (last === null) throw new Error('Nothing was written.');
      return last;
    },
  };
}
