import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { StoreError } from '../domain/errors.js';
import { folderNotReadable, newerDatabase } from '../domain/wording/store.js';
import { toStoreError, translateErrors } from './store-errors.js';

export type Database = BetterSqlite.Database;
export type Statement = BetterSqlite.Statement<unknown[]>;

/** How long a statement waits for another process's transaction, in milliseconds. */
const BUSY_TIMEOUT = 10_000;
/** Three vectors of 512 floats fit into 8 KiB, only one into SQLite's default of 4 KiB: a third of the file saved. */
const PAGE_BYTES = 8192;
const CACHE_KIB = 65_536;

/**
 * Opens a SQLite file for reading and writing, creating it and its folder when they are missing.
 * `migrations` is a list of SQL texts; `user_version` counts how many of them the file has had, the rest is run.
 * Throws StoreError with a sentence that names the folder, or the file when a newer program made it.
 */
export function openDatabase(path: string, migrations: readonly string[]): Database {
  return translateErrors(dirname(path), () => {
    mkdirSync(dirname(path), { recursive: true });
    return prepare(new BetterSqlite(path, { timeout: BUSY_TIMEOUT }), path, migrations);
  });
}

/**
 * Like `openDatabase`, but in a folder that cannot be written the file is read into memory: SQLite needs to write
 * beside a WAL database even to read it. Such a database does not see what is committed later (`frozen`).
 */
export function openDatabaseForReading(
  path: string,
  migrations: readonly string[],
): { database: Database; frozen: boolean } {
  try {
    return { database: openDatabase(path, migrations), frozen: false };
  } catch (error) {
    if (!isReadOnly(error) || !existsSync(path)) throw error;
    return { database: openCopyInMemory(path, migrations), frozen: true };
  }
}

/** A bare database file whose only use is that it can be locked; throws SQLITE_BUSY when another one holds the lock. */
export function lockDatabase(path: string): Database {
  const database = new BetterSqlite(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: Database, path: string, migrations: readonly string[]): Database {
  try {
    database.pragma(`page_size = ${PAGE_BYTES}`);
    if (database.pragma('journal_mode', { simple: true }) === 'delete') database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    database.pragma('temp_store = MEMORY');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    migrate(database, path, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(database: Database, path: string, migrations: readonly string[]): void {
  const version = () => Number(database.pragma('user_version', { simple: true }));
  if (version() > migrations.length) throw new StoreError(newerDatabase(path));
  if (version() === migrations.length) return;
  const run = database.transaction(() => {
    for (const sql of migrations.slice(version())) database.exec(sql);
    database.pragma(`user_version = ${migrations.length}`);
  });
  run.immediate();
}

function isReadOnly(error: unknown): boolean {
  const cause = error instanceof StoreError ? (error.cause as { code?: unknown } | undefined) : undefined;
  return /^(SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EPERM|EROFS)/.test(String(cause?.code));
}

function openCopyInMemory(path: string, migrations: readonly string[]): Database {
  try {
    const bytes = readFileSync(path);
    // Bytes 18 and 19 of the header say 2 for WAL, which a database in memory cannot have; 1 is a rollback journal.
    bytes.fill(1, 18, 20);
    return prepare(new BetterSqlite(bytes), path, migrations);
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (/^(EACCES|EPERM)$/.test(code))
      throw new StoreError(folderNotReadable(dirname(path)), { cause: error });
    throw toStoreError(error, dirname(path));
  }
}
