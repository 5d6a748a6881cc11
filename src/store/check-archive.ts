import { existsSync } from 'node:fs';
import type { Check } from '../domain/ports.js';
import { databaseCheck } from '../domain/wording/store.js';
import { checkArticles, checkFiles, checkOffsets, type IsOwnId } from './checks/check-articles.js';
import { checkBotData } from './checks/check-bot-data.js';
import { checkDatabase } from './checks/check-database.js';
import { checkFolder } from './checks/check-folder.js';
import { checkLeftovers } from './checks/check-leftovers.js';
import { broken, off } from './checks/check-line.js';
import { checkGraph, checkVectors } from './checks/check-vectors.js';
import { checkWords } from './checks/check-words.js';
import { dataFiles } from './data-folder.js';
import { type Database, openDatabaseForReading } from './open-database.js';
import { ARCHIVE_MIGRATIONS } from './schema.js';

/**
 * `modelId` is the embedding model that is set; null or left out where there is none. Without `isOwnId` the text of the
 * articles is not compared with their ids.
 */
type CheckedArchive = { dataDir: string; modelId?: string | null; isOwnId?: IsOwnId };

/** What `doctor` says about the data folder: every part of it checked in full. Changes nothing. */
export async function checkArchive(checked: CheckedArchive): Promise<Check[]> {
  const { dataDir } = checked;
  return [
    checkFolder(dataDir),
    ...(await checkArchiveFile(checked)),
    ...checkBotData(dataDir),
    ...checkLeftovers(dataDir),
  ];
}

async function checkArchiveFile({ dataDir, modelId, isOwnId }: CheckedArchive): Promise<Check[]> {
  const path = dataFiles(dataDir).archive;
  if (!existsSync(path)) return [off(databaseCheck.name, databaseCheck.missing(dataDir))];
  let database: Database;
  try {
    database = openDatabaseForReading(path, ARCHIVE_MIGRATIONS).database;
  } catch (error) {
    // The sentence says itself what mends it.
    return [broken(databaseCheck.name, (error as Error).message, null)];
  }
  try {
    const sound = checkDatabase(database);
    if (sound.state === 'broken') return [sound];
    return [
      sound,
      checkFiles(database),
      checkArticles(database, isOwnId ?? (() => true)),
      checkOffsets(database),
      checkWords(database),
      checkVectors(database, modelId ?? null),
      await checkGraph(database, dataDir),
    ];
  } finally {
    database.close();
  }
}
