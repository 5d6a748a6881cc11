import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../domain/errors.js';
import { folderNotReadable, newerDatabase } from '../domain/wording/store.js';
import { makeFolder } from '../system/make-folder.js';
import { type Database, Sqlite } from './sqlite.js';
import { toStoreError, translateErrors } from './store-errors.js';

export type { Database, Statement } from './sqlite.js';

/** A step from one version to the next, as SQL or as what only the program can do. */
export type Migration = string | ((database: Database) => void);

/** How long a statement waits for another process's transaction, in milliseconds. */
const BUSY_TIMEOUT = 10_000;
/** Three vectors of 512 floats fit into 8 KiB, only one into SQLite's default of 4 KiB: a third of the file saved. */
const PAGE_BYTES = 8192;
const CACHE_KIB = 65_536;

/**
 * Opens a SQLite file for reading and writing, creating it and its folder when they are missing.
 * `user_version` counts how many of the migrations the file has had, the rest is run.
 * Throws StoreError with a sentence that names the folder, or the file when a newer program made it.
 */
export function openDatabase(path: string, migrations: readonly Migration[]): Database {
  return translateErrors(dirname(path), () => {
    makeFolder(dirname(path));
    return prepare(new Sqlite(path, { timeout: BUSY_TIMEOUT }), path, migrations);
  });
}

/**
 * Like `openDatabase`, but also where nothing can be written (no right to, or a full disk): SQLite needs to write
 * beside a WAL database even to read it, unless its -wal and -shm files are there. Without these the file is read
 * into memory and does not show what is committed later (`frozen`).
 */
export function openDatabaseForReading(
  path: string,
  migrations: readonly Migration[],
): { database: Database; frozen: boolean } {
  try {
    return { database: openDatabase(path, migrations), frozen: false };
  } catch (error) {
    if (!cannotWrite(error) || !existsSync(path)) throw error;
    const database = openBesideWal(path, migrations);
    return database
      ? { database, frozen: false }
      : { database: openCopyInMemory(path, migrations), frozen: true };
  }
}

/** Opens a file that may be damaged, to read what can be read: nothing is prepared and nothing migrated. Throws what SQLite throws. */
export function openAsItIs(path: string): Database {
  return new Sqlite(path, { timeout: BUSY_TIMEOUT, fileMustExist: true });
}

/**
 * A bare database file whose only use is that it can be locked; throws SQLITE_BUSY when another one holds the lock.
 * It holds nothing, so one that is damaged is emptied, in place: a second process then finds the same file.
 */
export function lockDatabase(path: string): Database {
  try {
    return lockFile(path);
  } catch (error) {
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))) throw error;
    truncateSync(path);
    return lockFile(path);
  }
}

function lockFile(path: string): Database {
  const database = new Sqlite(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: Database, path: string, migrations: readonly Migration[]): Database {
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

function migrate(database: Database, path: string, migrations: readonly Migration[]): void {
  const version = () => Number(database.pragma('user_version', { simple: true }));
  if (version() > migrations.length) throw new StoreError(newerDatabase(path));
  if (version() === migrations.length) return;
  const run = database.transaction(() => {
    for (const migration of migrations.slice(version())) {
      if (typeof migration === 'string') database.exec(migration);
      else migration(database);
    }
    database.pragma(`user_version = ${migrations.length}`);
  });
  run.immediate();
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | undefined)?.code);

function cannotWrite(error: unknown): boolean {
  const code = error instanceof StoreError ? codeOf(error.cause) : '';
  return /^(SQLITE_(READONLY|CANTOPEN|FULL|IOERR_(SHM|WRITE))|EACCES|EPERM|EROFS|ENOSPC)/.test(code);
}

/** null where the -wal and -shm files of an earlier or a running writer are not there, or cannot be read. */
function openBesideWal(path: string, migrations: readonly Migration[]): Database | null {
  try {
    return prepare(new Sqlite(path, { readonly: true }), path, migrations);
  } catch {
    return null;
  }
}

function openCopyInMemory(path: string, migrations: readonly Migration[]): Database {
  try {
    const bytes = readFileSync(path);
    // Bytes 18 and 19 of the header say 2 for WAL, which a database in memory cannot have; 1 is a rollback journal.
    bytes.fill(1, 18, 20);
    return prepare(new Sqlite(bytes), path, migrations);
  } catch (error) {
    if (/^(EACCES|EPERM)$/.test(codeOf(error)))
      throw new StoreError(folderNotReadable(dirname(path)), { cause: error });
    throw toStoreError(error, dirname(path));
  }
}
