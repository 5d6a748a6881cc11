import { existsSync, statSync } from 'node:fs';
import type { Log } from '../../domain/ports.js';
import * as wording from '../../domain/wording/mend.js';
import {
  countHomeless,
  findArticlesWithWrongChunks,
  findChangedArticles,
  type IsOwnId,
} from '../checks/check-articles.js';
import { countStrayRows } from '../checks/check-database.js';
import { findWrongVectors } from '../checks/check-vectors.js';
import { findWordFaults } from '../checks/check-words.js';
import { dataFiles } from '../data-folder.js';
import { loadEmbeddingModel } from '../meta.js';
import { type Database, openDatabase } from '../open-database.js';
import { ARCHIVE_MIGRATIONS } from '../schema.js';
import { translateLateErrors } from '../store-errors.js';
import { saveVectorIndex } from '../vectors/save-vector-index.js';
import { dropVectors } from '../vectors/write-vectors.js';
import { WriteTransaction } from '../write-transaction.js';
import { acquireWriterLock } from '../writer-lock.js';
import { type MendedFile, mendFile, moveAside } from './mend-file.js';
import { mendFolder } from './mend-folder.js';
import { mendRows } from './mend-rows.js';
import { type PrepareChunks, rebuildWords } from './rebuild-words.js';

type MendWorld = { isOwnId: IsOwnId; prepareChunks: PrepareChunks; now: Date; log: Log };

/** Tables that are made from the others. */
const DERIVED = ['segment', 'postings', 'article_place'];

/**
 * Rebuilds what can be rebuilt in the data folder, and says in a sentence each what was done. No damaged file is changed or
 * removed before what it holds stands elsewhere: it is moved aside.
 * @throws ArchiveBusyError while another process writes, StoreError where nothing can be written.
 */
export async function mendArchive(dataDir: string, world: MendWorld): Promise<string[]> {
  if (!existsSync(dataDir)) return [];
  const lock = acquireWriterLock(dataDir, world.now);
  try {
    return await translateLateErrors(dataDir, async () => {
      const said = mendFolder(dataDir, world.now);
      const files = dataFiles(dataDir);
      const mended = mendFile(files.archive, ARCHIVE_MIGRATIONS, DERIVED, world.now);
      said.push(...wording.archiveFileMended(mended));
      if (existsSync(files.archive)) said.push(...(await mendContent(dataDir, mended, world)));
      return said;
    });
  } finally {
    lock.release();
  }
}

async function mendContent(dataDir: string, file: MendedFile, world: MendWorld): Promise<string[]> {
  const { log, now } = world;
  const database = openDatabase(dataFiles(dataDir).archive, ARCHIVE_MIGRATIONS);
  try {
    const transaction = new WriteTransaction(database);
    const said = mendTables(transaction, file, world);
    const { graph, manifest } = dataFiles(dataDir);
    for (const path of [graph, manifest]) {
      if (existsSync(path) && !statSync(path).isFile()) moveAside(path, now);
    }
    if (await saveVectorIndex({ database, dataDir, log, isThorough: true })) {
      transaction.begin();
      transaction.commit();
      said.push(wording.indexRebuilt());
    }
    return said;
  } finally {
    database.close();
  }
}

function mendTables(transaction: WriteTransaction, file: MendedFile, world: MendWorld): string[] {
  const { database } = transaction;
  const said: string[] = [];
  transaction.begin();
  try {
    if (areFilesLost(file) || hasWrongRows(database, world.isOwnId)) {
      said.push(...wording.rowsMended(mendRows(database, world.isOwnId, areFilesLost(file))));
    }
    said.push(...dropWrongVectors(database));
    const { missing, extra, wrong } = findWordFaults(database);
    if (missing + extra + wrong > 0 || findArticlesWithWrongChunks(database).length > 0) {
      rebuildWords(transaction, world.prepareChunks);
      said.push(wording.wordsRebuilt());
    }
    if (said.length > 0) transaction.commit();
    else transaction.rollback();
    return said;
  } catch (error) {
    transaction.rollback();
    throw error;
  }
}

const hasWrongRows = (database: Database, isOwnId: IsOwnId): boolean =>
  countStrayRows(database) > 0 ||
  countHomeless(database) > 0 ||
  findChangedArticles(database, isOwnId).rows.length > 0;

function areFilesLost(file: MendedFile): boolean {
  if (file.kind !== 'salvaged') return false;
  return ['article', 'article_file', 'source_file'].some(
    (table) => file.salvaged.get(table)?.isWhole === false,
  );
}

function dropWrongVectors(database: Database): string[] {
  const wrong = findWrongVectors(database);
  if (wrong.length === 0) return [];
  if (loadEmbeddingModel(database) === null) dropVectors(database);
  const drop = database.prepare('DELETE FROM vector WHERE chunk_id = ?');
  for (const chunkId of wrong) drop.run(chunkId);
  return [wording.vectorsDropped(wrong.length)];
}
