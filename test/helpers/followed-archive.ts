import { expect, onTestFinished } from 'vitest';
import type { Archive, PreparedArticle } from '../../src/domain/ports.js';
import { openArchive } from '../../src/store/archive.js';
import { type BotStore, openBotStore } from '../../src/store/bot/open-bot-store.js';
import { openArchiveWriter } from '../../src/store/writer.js';
import { prepareArticle } from './prepared-article.js';
import { silentLog } from './silent-log.js';
import { write } from './store-use.js';
import type { RunningBot } from './telegram-bot.js';
import { READER, writePrivately } from './telegram-updates.js';
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

/** An article that fits 阳曲县 民生. */
export const fitting = (headline: string): PreparedArticle =>
  prepareArticle(headline, [`阳曲县的民生实事：${headline}。`]);

/** A reader writes to the bot; gives its next message to them. */
export async function sayTo(bot: RunningBot, text: string): Promise<string | undefined> {
  const before = bot.telegram.shownIn(READER.id).length;
  writePrivately(bot.telegram, READER, text);
  return (await bot.textsIn(READER.id, before + 1))[before];
}

/** Waits until the bot has looked at all that is in the archive. */
export async function untilLookedAt({ archive, store }: FollowedArchive): Promise<void> {
  const last = await archive.lastArrival();
  await expect.poll(() => store.follows.loadCursor(last.archiveId), { interval: 5 }).toBe(last.arrival);
}

/** What a reader was told behind the first `count` messages, once all that is in the archive was looked at and told. */
export async function toldSince(count: number, bot: RunningBot, data: FollowedArchive): Promise<string[]> {
  await untilLookedAt(data);
  await expect.poll(() => data.store.follows.listDue('', 0), { interval: 5 }).toEqual([]);
  // What was taken is on its way: an answer that is asked for now comes behind it.
  await sayTo(bot, '/digest');
  const texts = bot.telegram.shownIn(READER.id).map(({ text }) => text);
  return texts.slice(count).filter((text) => !text.startsWith('现在是'));
}
