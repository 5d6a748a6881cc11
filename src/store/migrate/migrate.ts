import type { MigrationProgress, MigrationReport } from '../../domain/copies.js';
import { EmbeddingMismatchError, StoreError } from '../../domain/errors.js';
import type { Archive, ArchiveWriter, EmbeddingModel, Log } from '../../domain/ports.js';
import * as wording from '../../domain/wording/migrate.js';
import type { PrepareChunks } from '../mend/rebuild-words.js';
import type { Store } from '../store.js';
import { copyFiles } from './copy-files.js';
import { copyVectors } from './copy-vectors.js';
import { verifyCopy } from './verify-copy.js';

export type MigrateWorld = {
  prepareChunks: PrepareChunks;
  log: Log;
  signal: AbortSignal;
  onProgress: (progress: MigrationProgress) => void;
};

/** Both archives, open. Nothing is ever written to the source. */
export type Migration = MigrateWorld & {
  source: { store: Store; archive: Archive };
  target: { store: Store; archive: Archive };
};

/**
 * Copies the whole archive of one store into another and compares the two. Files that the target has already are passed
 * over, so that what broke off is taken up again by doing it once more; files that only the target has stay as they are.
 * @throws EmbeddingMismatchError, before anything is written, where the target has vectors of another model; StoreError
 * where the source holds nothing or the two differ in the end; the signal's reason between two files when it aborts
 */
export async function migrate(from: Store, to: Store, world: MigrateWorld): Promise<MigrationReport> {
  if ((await from.listStoredFiles()).length === 0) throw new StoreError(wording.nothingToMigrate());
  const source = { store: from, archive: await from.openArchive(world.log) };
  try {
    const target = { store: to, archive: await to.openArchive(world.log) };
    try {
      return await copyAndVerify({ ...world, source, target });
    } finally {
      await target.archive.close();
    }
  } finally {
    await source.archive.close();
  }
}

async function copyAndVerify(migration: Migration): Promise<MigrationReport> {
  const { source, target, log } = migration;
  const model = await source.archive.embeddingModel();
  checkModels(model, await target.archive.embeddingModel());
  const writer = await target.store.openWriter(log);
  const skipped = await copy(migration, writer, model).finally(() => writer.close());
  const verified = await verifyCopy(migration);
  return { ...verified, skipped };
}

function checkModels(source: EmbeddingModel | null, target: EmbeddingModel | null): void {
  if (source === null || target === null) return;
  if (source.id !== target.id || source.dimension !== target.dimension)
    throw new EmbeddingMismatchError(wording.otherModel(source, target));
}

async function copy(
  migration: Migration,
  writer: ArchiveWriter,
  model: EmbeddingModel | null,
): Promise<number> {
  const skipped = await copyFiles(migration, writer);
  if (model !== null) await copyVectors(migration, writer, model);
  await writer.saveVectorIndex((done, total) => migration.onProgress({ stage: 'index', done, total }));
  return skipped;
}
