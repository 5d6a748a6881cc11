import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ArchiveBusyError } from '../domain/errors.js';
import { archiveBusy } from '../domain/wording/store.js';
import { makeFolder } from '../system/make-folder.js';
import { dataFiles } from './data-folder.js';
import { lockDatabase } from './open-database.js';
import { translateErrors } from './store-errors.js';

export type WriterLock = { release(): void };

/**
 * Lets one writer in at a time, among all processes: an exclusive transaction in a database file of its own, held
 * open. The operating system frees it when the process ends, however it ends. A file beside it says who holds it.
 * Throws ArchiveBusyError while another writer is in.
 */
export function acquireWriterLock(dataDir: string, now: Date = new Date()): WriterLock {
  const files = dataFiles(dataDir);
  return translateErrors(dataDir, () => {
    makeFolder(dataDir);
    const database = lockOrSayWho(dataDir);
    try {
      writeFileSync(files.lockHolder, JSON.stringify({ pid: process.pid, since: formatTime(now) }));
    } catch (error) {
      database.close();
      throw error;
    }
    return {
      release() {
        rmSync(files.lockHolder, { force: true });
        database.close();
      },
    };
  });
}

function lockOrSayWho(dataDir: string) {
  try {
    return lockDatabase(dataFiles(dataDir).lock);
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw error;
    const holder = readHolder(dataDir);
    throw new ArchiveBusyError(archiveBusy(dataDir, holder), { cause: error, holder });
  }
}

/** null in the moment between the lock and the file that tells of it, where that of a killed holder may still lie. */
function readHolder(dataDir: string): ArchiveBusyError['holder'] {
  try {
    const { pid, since } = JSON.parse(readFileSync(dataFiles(dataDir).lockHolder, 'utf8'));
    return typeof pid === 'number' && isAlive(pid) ? { pid, since: String(since) } : null;
  } catch {
    return null;
  }
}

/** Signal 0 is not sent: the system only says whether it could be, and EPERM that the process is another user's. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** YYYY-MM-DD HH:MM:SS in the newspapers' time zone. */
function formatTime(time: Date): string {
  return time.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
