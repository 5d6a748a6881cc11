import { join } from 'node:path';

/** What the store and the bot keep in the data folder. */
export const dataFiles = (dataDir: string) => ({
  archive: join(dataDir, 'archive.sqlite'),
  lock: join(dataDir, 'writer.lock.sqlite'),
  lockHolder: join(dataDir, 'writer.lock.json'),
  graph: join(dataDir, 'vectors.hnsw'),
  manifest: join(dataDir, 'vectors.json'),
  bot: join(dataDir, 'bot.sqlite'),
  /** The folder of the files that admins sent. */
  inbox: join(dataDir, 'inbox'),
});
