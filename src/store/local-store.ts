import { openArchive } from './archive.js';
import type { Store } from './store.js';

/** An archive in the data folder. What only some commands need is loaded when they call for it. */
export function localStore(dataDir: string): Store {
  return {
    openArchive: (log) => openArchive({ dataDir, log }),
    async openWriter(log) {
      const { openArchiveWriter } = await import('./writer.js');
      return openArchiveWriter({ dataDir, log });
    },
    async listStoredFiles() {
      const { listStoredFiles } = await import('./list-stored-files.js');
      return listStoredFiles(dataDir);
    },
    async *exportArticles(filter) {
      const { exportArticles } = await import('./export-articles.js');
      yield* exportArticles(dataDir, filter);
    },
    async check(world) {
      const { checkArchive } = await import('./check-archive.js');
      return checkArchive({ dataDir, ...world });
    },
    async mend(world) {
      const { mendArchive } = await import('./mend/mend-archive.js');
      return mendArchive(dataDir, world);
    },
    async backUp(target, world) {
      const { backUp } = await import('./backup/back-up.js');
      return backUp(dataDir, target, world);
    },
  };
}
