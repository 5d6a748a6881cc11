import { existsSync } from 'node:fs';
import type { Check } from '../../domain/ports.js';
import { botCheck, inboxCheck } from '../../domain/wording/store.js';
import { BOT_MIGRATIONS } from '../bot/open-bot-store.js';
import { dataFiles } from '../data-folder.js';
import { type Database, openDatabaseForReading } from '../open-database.js';
import { findDatabaseFault } from './check-database.js';
import { broken, off, ok } from './check-line.js';

/** Two lines: what the bot keeps of people, and the files that admins sent. */
export function checkBotData(dataDir: string): Check[] {
  const path = dataFiles(dataDir).bot;
  if (!existsSync(path)) return [];
  let database: Database;
  try {
    database = openDatabaseForReading(path, BOT_MIGRATIONS).database;
  } catch (error) {
    return [broken(botCheck.name, botCheck.broken((error as Error).message), botCheck.mend())];
  }
  try {
    const fault = findDatabaseFault(database);
    if (fault !== null) return [broken(botCheck.name, botCheck.broken(fault), botCheck.mend())];
    return [ok(botCheck.name, botCheck.ok()), checkInbox(database)];
  } finally {
    database.close();
  }
}

function checkInbox(database: Database): Check {
  const paths = database.prepare('SELECT path FROM upload').pluck().all() as string[];
  const gone = paths.filter((path) => !existsSync(path)).length;
  return gone === 0
    ? ok(inboxCheck.name, inboxCheck.ok(paths.length))
    : off(inboxCheck.name, inboxCheck.gone(gone, paths.length));
}
