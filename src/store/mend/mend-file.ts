import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StoreError } from '../../domain/errors.js';
import { newerDatabase } from '../../domain/wording/store.js';
import { findDatabaseFault } from '../checks/check-database.js';
import { type Migration, openAsItIs } from '../open-database.js';
import { isDamage } from './read-rows.js';
import { type Salvaged, salvage } from './salvage.js';

export type MendedFile =
  | { kind: 'whole' }
  /** SQLite's own indexes were made anew; nothing was lost. */
  | { kind: 'reindexed' }
  /** What could be read stands in a new file; the damaged one was moved to `aside`. */
  | { kind: 'salvaged'; salvaged: Salvaged; aside: string }
  /** Nothing could be read; it was moved to `aside`. */
  | { kind: 'unreadable'; aside: string };

/**
 * Makes a damaged database file whole again, as far as it can be read. Tables that are `derived` come back empty. The
 * damaged file is never changed or removed, only moved. Throws StoreError for one of a newer program, and what SQLite or
 * the file system throw (a full disk): then everything is as it was.
 */
export function mendFile(
  path: string,
  migrations: readonly Migration[],
  derived: readonly string[],
  now: Date,
): MendedFile {
  if (!existsSync(path)) return { kind: 'whole' };
  if (!statSync(path).isFile()) return { kind: 'unreadable', aside: moveAside(path, now) };
  const state = tryReindex(path, migrations.length);
  if (state !== 'damaged') return { kind: state };
  const copy = `${path}.salvaged`;
  const salvaged = salvageOrNull(path, copy, migrations, derived);
  const aside = moveAside(path, now);
  if (salvaged === null) return { kind: 'unreadable', aside };
  renameSync(copy, path);
  return { kind: 'salvaged', salvaged, aside };
}

function tryReindex(path: string, version: number): 'whole' | 'reindexed' | 'damaged' {
  try {
    const database = openAsItIs(path);
    try {
      if (Number(database.pragma('user_version', { simple: true })) > version)
        throw new StoreError(newerDatabase(path));
      if (findDatabaseFault(database) === null) return 'whole';
      // A trial: what still is damaged afterwards must stay as it is.
      database.exec('BEGIN IMMEDIATE; REINDEX');
      const isWhole = findDatabaseFault(database) === null;
      database.exec(isWhole ? 'COMMIT' : 'ROLLBACK');
      return isWhole ? 'reindexed' : 'damaged';
    } finally {
      database.close();
    }
  } catch (error) {
    // Rows that may not stand side by side cannot be indexed.
    if (isDamage(error) || /^SQLITE_CONSTRAINT/.test(String((error as { code?: unknown }).code)))
      return 'damaged';
    throw error;
  }
}

function salvageOrNull(...given: Parameters<typeof salvage>): Salvaged | null {
  try {
    const salvaged = salvage(...given);
    return [...salvaged.values()].some(({ rows }) => rows > 0) ? salvaged : null;
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** Into a folder of its own beside it, with what belongs to it. Returns that folder. */
export function moveAside(path: string, now: Date): string {
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  let folder = join(dirname(path), `damaged-${stamp}`);
  for (let n = 2; existsSync(join(folder, basename(path))); n++) {
    folder = join(dirname(path), `damaged-${stamp}-${n}`);
  }
  mkdirSync(folder, { recursive: true });
  for (const end of ['-wal', '-shm', '']) {
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, join(folder, basename(path) + end));
  }
  return folder;
}
