import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as wording from '../../domain/wording/mend.js';
import { BOT_MIGRATIONS } from '../bot/open-bot-store.js';
import { findLeftovers } from '../checks/find-leftovers.js';
import { dataFiles } from '../data-folder.js';
import { type Database, lockDatabase } from '../open-database.js';
import { mendFile } from './mend-file.js';

/** What lies in the data folder wherever the archive is. Belongs under the writer's lock. */
export function mendFolder(dataDir: string, now: Date): string[] {
  return [...removeLeftovers(dataDir), ...mendBotData(dataDir, now)];
}

function removeLeftovers(dataDir: string): string[] {
  const found = findLeftovers(dataDir);
  for (const path of found) rmSync(path, { recursive: true, force: true });
  return found.length === 0 ? [] : [wording.leftoversRemoved(found.length)];
}

/** Not under a running bot, whose open file would be another than the new one. */
function mendBotData(dataDir: string, now: Date): string[] {
  const locks: Database[] = [];
  try {
    for (const name of readdirSync(dataDir)) {
      if (/^bot-\d+\.lock\.sqlite$/.test(name)) locks.push(lockDatabase(join(dataDir, name)));
    }
    return wording.botFileMended(mendFile(dataFiles(dataDir).bot, BOT_MIGRATIONS, [], now));
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    return [wording.botIsRunning()];
  } finally {
    for (const lock of locks) lock.close();
  }
}
