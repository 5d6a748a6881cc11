import { StoreError } from '../domain/errors.js';
import type { FileLook } from '../domain/file-look.js';
import type { ArchiveWriter, Log } from '../domain/ports.js';
import { fileNotStored } from '../domain/wording/store.js';
import { dataFiles } from './data-folder.js';
import { FileRows } from './file-rows.js';
import { openDatabase } from './open-database.js';
import { removeArticle, removeFile, removeFiles, removeIssue } from './remove-articles.js';
import { ARCHIVE_MIGRATIONS } from './schema.js';
import { translateErrors, translateLateErrors } from './store-errors.js';
import { createTurnstile } from './turnstile.js';
import { saveVectorIndex } from './vectors/save-vector-index.js';
import { addVectors, countUnembedded, dropVectors, listUnembedded } from './vectors/write-vectors.js';
import { writeFile } from './write-file.js';
import { WriteTransaction } from './write-transaction.js';
import { acquireWriterLock, type WriterLock } from './writer-lock.js';

/**
 * Opens the archive in the data folder for writing, creating both when they are missing.
 * Throws ArchiveBusyError while another process writes, StoreError when the folder cannot be written.
 */
export async function openArchiveWriter(options: { dataDir: string; log: Log }): Promise<ArchiveWriter> {
  const { dataDir, log } = options;
  const lock = acquireWriterLock(dataDir);
  try {
    const database = openDatabase(dataFiles(dataDir).archive, ARCHIVE_MIGRATIONS);
    return createWriter(new WriteTransaction(database), lock, dataDir, log);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function createWriter(
  transaction: WriteTransaction,
  lock: WriterLock,
  dataDir: string,
  log: Log,
): ArchiveWriter {
  const { database } = transaction;
  const files = new FileRows(database);
  const alone = createTurnstile();
  const read = async <T>(work: () => T) => translateErrors(dataDir, work);
  /** One change at a time. */
  const change = <T>(work: () => Promise<T> | T) => alone(() => translateLateErrors(dataDir, work));
  /** A change in a transaction of its own, after what was not committed yet. */
  const changeAtOnce = <T>(work: () => T) =>
    change(() => {
      transaction.commit();
      return runInTransaction(transaction, work);
    });

  return {
    loadFile: (path) => read(() => files.load(path)),
    listFilesByFingerprint: (fingerprint) => read(() => files.listByFingerprint(fingerprint)),
    listFiles: () => read(() => files.list()),
    countUnembedded: () => read(() => countUnembedded(database)),
    listUnembedded: (after, limit) => read(() => listUnembedded(database, after, limit)),
    writeFile: (file, articles) => change(() => writeFile(transaction, file, articles)),
    flush: () => change(() => transaction.commit()),
    renameFile: (from, to, look) => changeAtOnce(() => renameFile(transaction, from, to, look)),
    removeFile: (path) => changeAtOnce(() => removeFile(transaction, path)),
    removeFiles: (paths) => changeAtOnce(() => removeFiles(transaction, paths)),
    removeIssue: (issue) => changeAtOnce(() => removeIssue(transaction, issue)),
    removeArticle: (articleId) => changeAtOnce(() => removeArticle(transaction, articleId)),
    addVectors: (model, rows) => changeAtOnce(() => addVectors(database, model, rows)),
    dropVectors: () => changeAtOnce(() => dropVectors(database)),
    saveVectorIndex: (onProgress) =>
      change(async () => {
        transaction.commit();
        const isWritten = await saveVectorIndex({ database, dataDir, log }, onProgress);
        // A commit tells readers to look for the new file.
        if (isWritten) runInTransaction(transaction, () => {});
      }),
    close: () =>
      change(() => {
        transaction.commit();
        settle(transaction, log);
      }).finally(() => {
        database.close();
        lock.release();
      }),
  };
}

/** What was to be written is written; without this a search only takes longer. */
function settle(transaction: WriteTransaction, log: Log): void {
  try {
    transaction.settle();
  } catch (error) {
    log.warn({ error }, 'segments of the words’ index could not be merged');
  }
}

function renameFile(transaction: WriteTransaction, from: string, to: string, look?: FileLook): void {
  const files = new FileRows(transaction.database);
  const fileId = files.findId(from);
  if (fileId === null) throw new StoreError(fileNotStored(from));
  if (from !== to) removeFile(transaction, to);
  files.rename(fileId, to, look);
}

function runInTransaction<T>(transaction: WriteTransaction, work: () => T): T {
  transaction.begin();
  try {
    const value = work();
    transaction.commit();
    return value;
  } catch (error) {
    transaction.rollback();
    throw error;
  }
}
