import { StoreError } from '../../domain/errors.js';
import type { WeaviateSettings } from '../../domain/settings.js';
import * as wording from '../../domain/wording/weaviate.js';
import type { Store } from '../store.js';
import { openWeaviateArchive } from './archive.js';
import { Connection } from './connection.js';
import { FileRecords, isWhole, toStoredFile } from './file-records.js';
import { ReadSession } from './read-session.js';
import { openWeaviateWriter } from './writer.js';

/** An archive on a Weaviate server. The data folder holds only what is the bot's own. */
export function weaviateStore(settings: WeaviateSettings, dataDir: string): Store {
  return {
    openArchive: async () => openWeaviateArchive(settings),
    openWriter: () => openWeaviateWriter(settings),
    async listStoredFiles() {
      const connection = new Connection(settings);
      try {
        const view = await new ReadSession(connection).peek();
        if (view === null) return [];
        return (await new FileRecords(view.collections).list()).filter(isWhole).map(toStoredFile);
      } finally {
        await connection.close();
      }
    },
    async *exportArticles(filter) {
      const { exportWeaviate } = await import('./export-weaviate.js');
      yield* exportWeaviate(settings, filter);
    },
    async check(world) {
      const { checkWeaviate } = await import('./check-weaviate.js');
      return checkWeaviate(settings, dataDir, world);
    },
    async mend(world) {
      const { mendWeaviate } = await import('./mend-weaviate.js');
      return mendWeaviate(settings, dataDir, world);
    },
    async backUp() {
      throw new StoreError(wording.noBackup());
    },
  };
}
