import { StoreError } from '../../domain/errors.js';
import type { ArchiveWriter } from '../../domain/ports.js';
import type { WeaviateSettings } from '../../domain/settings.js';
import { fileNotStored } from '../../domain/wording/store.js';
import { createTurnstile } from '../turnstile.js';
import { awaitFile, recoverChanges } from './changes.js';
import { MOST_RESULTS } from './collection.js';
import { Connection } from './connection.js';
import { type FileRecord, isWhole, toStoredFile } from './file-records.js';
import { FileWriting } from './file-writing.js';
import { equal } from './filter-value.js';
import type { Grace } from './leaving.js';
import { removeArticles, removeFiles, removeIssue } from './removal.js';
import { addVectors, countUnembedded, dropVectors, listUnembedded } from './vectors.js';
import { WaitingFiles } from './waiting-files.js';
import { WriteSession } from './write-session.js';

/**
 * Opens the archive on the server for writing; an empty one is made where there is none. Others may write at the same time.
 * Throws StoreError.
 */
export async function openWeaviateWriter(settings: WeaviateSettings, grace?: Grace): Promise<ArchiveWriter> {
  const connection = new Connection(settings, true);
  try {
    const writing = await WriteSession.open(connection, grace);
    await recoverChanges(writing);
    return createWriter(writing);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function createWriter(writing: WriteSession): ArchiveWriter {
  const waiting = new WaitingFiles(writing);
  const { files } = writing;
  const change = createTurnstile();
  const flush = async () => {
    await waiting.flush();
    await writing.settle();
  };
  const changeAtOnce = <T>(work: () => Promise<T>) =>
    change(async () => {
      await waiting.flush();
      await writing.leaving.settle();
      return work();
    });
  const load = async (path: string) => waiting.get(path) ?? files.load(path);

  return {
    async loadFile(path) {
      const record = await load(path);
      return record !== null && isWhole(record) ? toStoredFile(record) : null;
    },
    async listFilesByFingerprint(fingerprint) {
      const held = await files.listByFingerprint(fingerprint);
      return merge(
        held,
        waiting.records().filter((record) => record.fingerprint === fingerprint),
      );
    },
    listFiles: async () => merge(await files.list(), waiting.records()),
    countUnembedded: () => countUnembedded(writing),
    listUnembedded: (after, limit) => listUnembedded(writing, after, limit),
    writeFile: (file, articles) =>
      change(async () => {
        if (waiting.get(file.path) !== null) await waiting.flush();
        let before = await files.load(file.path);
        if (before !== null) {
          await waiting.flush();
          await awaitFile(writing, file.path);
          before = await files.load(file.path);
        }
        const outcome = await new FileWriting(writing, file, before, waiting).run(articles);
        if (outcome.waiting !== null) await waiting.add(outcome.waiting);
        return outcome.counts;
      }),
    flush: () => change(flush),
    renameFile: (from, to, look) => changeAtOnce(() => renameFile(writing, { from, to }, look ?? null)),
    removeFile: (path) => changeAtOnce(() => removeFiles(writing, [path])),
    removeFiles: (paths) => changeAtOnce(() => removeFiles(writing, paths)),
    removeIssue: (issue) => changeAtOnce(() => removeIssue(writing, issue)),
    removeArticle: (articleId) => changeAtOnce(() => removeArticles(writing, [articleId])),
    addVectors: (model, rows) => changeAtOnce(() => addVectors(writing, model, rows)),
    dropVectors: () => changeAtOnce(() => dropVectors(writing)),
    // The server keeps its own.
    saveVectorIndex: () => change(flush),
    close: () => change(flush).finally(() => writing.connection.close()),
  };
}

function merge(held: readonly FileRecord[], waiting: readonly FileRecord[]) {
  const records = new Map([...held, ...waiting].map((record) => [record.path, record]));
  const whole = [...records.values()].filter(isWhole);
  return whole.sort((a, b) => (a.path < b.path ? -1 : 1)).map(toStoredFile);
}

async function renameFile(
  writing: WriteSession,
  { from, to }: { from: string; to: string },
  look: FileRecord['look'],
): Promise<void> {
  const record = await writing.files.load(from);
  if (record === null) throw new StoreError(fileNotStored(from));
  if (from !== to) await removeFiles(writing, [to]);
  await writing.files.save([{ ...record, path: to, look, generation: record.generation + 1 }]);
  if (from === to) return;
  const { articles } = writing.collections;
  const filter = equal('sourceFile', from);
  for (let ids = await articles.listIds(filter); ; ids = await articles.listIds(filter)) {
    for (const id of ids) await articles.change(id, { sourceFile: to });
    if (ids.length < MOST_RESULTS) break;
  }
  await writing.files.remove(from);
  await writing.pulse();
}
