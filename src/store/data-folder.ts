import { join } from 'node:path';

/** The files that the store keeps in the data folder. */
export const dataFiles = (dataDir: string) => ({
  archive: join(dataDir, 'archive.sqlite'),
  lock: join(dataDir, 'writer.lock.sqlite'),
  lockHolder: join(dataDir, 'writer.lock.json'),
  graph: join(dataDir, 'vectors.hnsw'),
  manifest: join(dataDir, 'vectors.json'),
});
