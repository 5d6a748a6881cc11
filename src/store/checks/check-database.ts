import type { Check } from '../../domain/ports.js';
import { databaseCheck } from '../../domain/wording/store.js';
import { loadCoverage } from '../holdings.js';
import type { Database } from '../open-database.js';
import { broken, off, ok } from './check-line.js';

export function checkDatabase(database: Database): Check {
  const { name } = databaseCheck;
  const fault = findDatabaseFault(database);
  if (fault !== null) return broken(name, databaseCheck.broken(fault), databaseCheck.mend());
  const strays = countStrayRows(database);
  if (strays > 0) return broken(name, databaseCheck.strays(strays), databaseCheck.mendRows());
  const { articles, chunks } = loadCoverage(database);
  return articles === 0 ? off(name, databaseCheck.empty()) : ok(name, databaseCheck.ok(articles, chunks));
}

/** The first thing that SQLite finds wrong with its file, null where it is whole. */
export function findDatabaseFault(database: Database): string | null {
  try {
    const verdict = String(database.pragma('integrity_check(1)', { simple: true }));
    return verdict === 'ok' ? null : verdict;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Rows that belong to a row which is not there. */
export const countStrayRows = (database: Database): number =>
  (database.pragma('foreign_key_check') as unknown[]).length;
