import type { BackupReport, ExportedArticle } from '../domain/copies.js';
import type { Archive, ArchiveWriter, Check, Log, OnBytes, StoredFile } from '../domain/ports.js';
import type { Filter } from '../domain/query.js';
import type { Settings } from '../domain/settings.js';
import type { IsOwnId } from './checks/check-articles.js';
import type { PrepareChunks } from './mend/rebuild-words.js';

export type CheckWorld = { modelId: string | null; isOwnId: IsOwnId; now: Date };
export type MendWorld = { isOwnId: IsOwnId; prepareChunks: PrepareChunks; now: Date; log: Log };
export type BackupWorld = { now: Date; signal: AbortSignal; onBytes: OnBytes };

/** Where an archive lies, and all that is done with it as a whole. All throw StoreError. */
export type Store = {
  openArchive(log: Log): Promise<Archive>;
  /** Throws ArchiveBusyError where only one may write and another does. */
  openWriter(log: Log): Promise<ArchiveWriter>;
  /** None where there is no archive, and none is made. */
  listStoredFiles(): Promise<StoredFile[]>;
  exportArticles(filter: Filter): AsyncGenerator<ExportedArticle>;
  check(world: CheckWorld): Promise<Check[]>;
  /** Rebuilds what can be rebuilt; a sentence for each thing that was done. */
  mend(world: MendWorld): Promise<string[]>;
  backUp(target: string, world: BackupWorld): Promise<BackupReport>;
};

/** The store that is set; what only another one needs is not loaded. */
export async function chooseStore({ store, dataDir }: Pick<Settings, 'store' | 'dataDir'>): Promise<Store> {
  if (store.kind === 'local') return (await import('./local-store.js')).localStore(dataDir);
  return (await import('./weaviate/weaviate-store.js')).weaviateStore(store, dataDir);
}
