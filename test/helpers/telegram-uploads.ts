import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { isReadable, listEndings } from '../../ingest/readers/readers.js';
import { openArchiveWriter } from '../../src/store/writer.js';
import type { Administration } from '../../src/telegram/dependencies.js';
import { ingestInto, openArchiveOf, writeFiles } from './archive-of.js';
import { silentLog } from './silent-log.js';
import { recordingService, startBot } from './telegram-bot.js';
import { ADMIN, writePrivately } from './telegram-updates.js';

export const PAGE = `河湾镇办好三件民生实事

本报讯（记者 周宁）河湾镇今年办好三件民生实事。一是修路两条，二是种树三千棵，三是新建图书馆一座。

河湾镇龙舟赛开赛

本报讯（记者 林海）河湾镇龙舟赛2月9日开赛，二十支队伍参加，三千名居民到河边观看。
`;
export const PAGE_NAME = '澄州日报_2023-02-10_04版.txt';

const HELD = {
  newspaper: '澄州日报',
  date: '2023-02-11',
  page: '1',
  headline: '河湾镇建桥',
  text: '河湾镇建桥，居民都说好。',
};

export type UploadBot = Awaited<ReturnType<typeof startUploadBot>>;

/**
 * A bot over an archive of one article that admins can add to; the ingest runs in this process. `change` replaces parts
 * of what admins may do.
 */
export async function startUploadBot(
  change: (dataDir: string) => Partial<Administration> = () => ({}),
  now = () => new Date('2023-02-12T01:00:00Z'),
) {
  const folder = writeFiles({ 'held.jsonl': JSON.stringify(HELD), 'pages/page.txt': PAGE });
  const { archive, dataDir } = await openArchiveOf([join(folder, 'held.jsonl')]);
  // Not while the bot is waited for.
  await ingestInto(dataDir, { paths: [join(folder, 'pages')], dryRun: true });
  const inbox = join(dataDir, 'inbox');
  const administration: Administration = {
    inbox,
    isReadable,
    endings: listEndings(),
    ingest: (options, watch) => ingestInto(dataDir, options, null, watch),
    async removeFile(path) {
      const writer = await openArchiveWriter({ dataDir, log: silentLog });
      const removed = await writer.removeFile(path);
      await writer.close();
      return removed;
    },
    reload: async () => {},
    fetch,
    ...change(dataDir),
  };
  const { service } = recordingService();
  const bot = await startBot({ archive, administration, service, now, pace: { progressEvery: 40 } });
  const { telegram } = bot;
  const edits = () => telegram.callsOf('editMessageText').map(({ payload }) => String(payload.text));
  return {
    ...bot,
    dataDir,
    /** An admin sends a file in private. */
    send(name: string | undefined, content: string | Buffer, more: Partial<Message> = {}): void {
      const document = telegram.files.add(name, content);
      writePrivately(telegram, ADMIN, null, { document, ...more } as Partial<Message>);
    },
    edits,
    edited: (part: string) =>
      telegram.until(() => edits().some((text) => text.includes(part)), `an edit with ${part}`),
    /** The last of so many messages in a chat, without the joiners that keep text from becoming links. */
    lastIn: async (chatId: number, count: number) =>
      ((await bot.textsIn(chatId, count))[count - 1] ?? '').replaceAll('\u2060', ''),
    /** The names of the files in the inbox. */
    kept: () =>
      existsSync(inbox)
        ? readdirSync(inbox, { recursive: true, encoding: 'utf8' })
            .filter((name) => statSync(join(inbox, name)).isFile())
            .map((name) => name.split('/').at(-1))
        : [],
    articles: async () => (await archive.coverage()).articles,
  };
}
