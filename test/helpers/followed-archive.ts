import { onTestFinished } from 'vitest';
import type { Archive, PreparedArticle } from '../../src/domain/ports.js';
import { openArchive } from '../../src/store/archive.js';
import { type BotStore, openBotStore } from '../../src/store/bot/open-bot-store.js';
import { openArchiveWriter } from '../../src/store/writer.js';
import { silentLog } from './silent-log.js';
import { write } from './store-use.js';
import { makeTemporaryFolder } from './temporary-folder.js';

export type FollowedArchive = {
  archive: Archive;
  store: BotStore;
  /** What an `ingest` of one file does while the bot runs. */
  ingest(path: string, articles: PreparedArticle[], fingerprint?: string): Promise<void>;
  /** Takes an article out, as `remove` does. */
  remove(articleId: string): Promise<void>;
};

/** A data folder of its own: an archive that grows, and what the bot keeps. */
export async function openFollowedArchive(): Promise<FollowedArchive> {
  const dataDir = makeTemporaryFolder();
  const archive = await openArchive({ dataDir, log: silentLog });
  const store = openBotStore(dataDir);
  const writer = await openArchiveWriter({ dataDir, log: silentLog });
  onTestFinished(async () => {
    await archive.close();
    await writer.close();
    store.close();
  });
  return {
    archive,
    store,
    ingest: async (path, articles, fingerprint) => {
      await write(writer, path, articles, fingerprint);
    },
    remove: async (articleId) => {
      await writer.removeArticle(articleId);
    },
  };
}
