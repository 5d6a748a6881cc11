import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type FollowedArchive,
  fitting,
  openFollowedArchive,
  sayTo,
  toldSince,
  untilLookedAt,
} from './helpers/followed-archive.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { ARCHIVE, dataOf, type RunningBot, startBot } from './helpers/telegram-bot.js';
import { press, READER } from './helpers/telegram-updates.js';

let data: FollowedArchive;
let bot: RunningBot;
beforeEach(async () => {
  data = await openFollowedArchive();
});
afterEach(() => bot.stop());

const start = (options: Parameters<typeof startBot>[0] = {}) =>
  startBot({ archive: data.archive, store: data.store, ...options });
const say = (text: string) => sayTo(bot, text);

const LONG = Array.from({ length: 12 }, (_, index) => `第${index}个村子修好了路，装上了灯。`);

describe('a chat that follows 阳曲县 民生', () => {
  test('is told of articles that come in later, with source lines and buttons, once', async () => {
    bot = await start();
    await untilLookedAt(data);
    expect(await say('/follow阳曲县 民生')).toContain('同时提到“阳曲县”“民生”的');
    await data.ingest('a.txt', [
      fitting('建幼儿园'),
      prepareArticle('无关', ['太原市开会。']),
      prepareArticle('农民', ['阳曲县农民生活好。']),
    ]);
    expect(await toldSince(1, bot, data)).toEqual([
      '关注的“阳曲县 民生”有 1 篇新报道：\n\n[1] 《太原日报》2023年2月10日第4版《建幼儿园》',
    ]);
    press(bot.telegram, READER, READER.id, dataOf(bot.telegram, '全文 [1]'));
    await expect.poll(() => bot.telegram.shown.at(-1)?.text).toContain('阳曲县的民生实事：建幼儿园。');

    const shown = bot.telegram.shown.length;
    await data.ingest('a.txt', [fitting('建幼儿园')], 'changed');
    await data.ingest('b.txt', [fitting('建幼儿园')]);
    await data.remove('id-建幼儿园');
    await data.ingest('c.txt', [fitting('建幼儿园')]);
    expect(await toldSince(shown, bot, data)).toEqual([]);
  });

  test('is not told of what was there before it followed', async () => {
    await data.ingest('a.txt', [fitting('早已入库')]);
    bot = await start();
    await untilLookedAt(data);
    await data.ingest('b.txt', [fitting('刚刚入库')]);
    await say('/follow 阳曲县 民生');
    await data.ingest('c.txt', [fitting('后来入库')]);
    const told = await toldSince(1, bot, data);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('后来入库');
    expect(told[0]).not.toMatch(/早已|刚刚/);
  });

  test('is told after a restart of what came in meanwhile, and of nothing twice', async () => {
    bot = await start();
    await untilLookedAt(data);
    await say('/follow 阳曲县 民生');
    await data.ingest('a.txt', [fitting('停机之前')]);
    expect(await toldSince(1, bot, data)).toHaveLength(1);
    await bot.abort();
    await data.ingest('b.txt', [fitting('停机之时')]);
    const shown = bot.telegram.shown.length;
    bot = await start({ telegram: bot.telegram });
    const told = await toldSince(shown, bot, data);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('停机之时');
  });

  test('is not told again of what was being told when the program died', async () => {
    bot = await start();
    await untilLookedAt(data);
    await say('/follow 阳曲县 民生');
    const [follow] = data.store.follows.list(READER.id);
    const mark = await data.archive.lastArrival();
    const finding = { chatId: READER.id, followId: follow?.followId ?? 0, articleId: 'x', isReprint: false };
    await bot.abort();
    data.store.follows.keep(mark, [finding]);
    expect(data.store.follows.take(READER.id)).toEqual([finding]);
    const shown = bot.telegram.shown.length;
    bot = await start({ telegram: bot.telegram });
    expect(await toldSince(shown, bot, data)).toEqual([]);
  });

  test('is not told of reprints, neither of the same ingest nor of a later one', async () => {
    bot = await start();
    await untilLookedAt(data);
    await say('/follow 村子');
    await data.ingest('a.txt', [
      prepareArticle('日报', LONG),
      prepareArticle('晚报', ['本报讯', ...LONG], { newspaper: '太原晚报' }),
    ]);
    const told = await toldSince(1, bot, data);
    expect(told).toEqual([expect.stringMatching(/有 1 篇新报道：\n\n\[1\] .*《日报》$/)]);
    const shown = bot.telegram.shown.length;
    await data.ingest('b.txt', [prepareArticle('转载', LONG, { newspaper: '山西日报' })]);
    expect(await toldSince(shown, bot, data)).toEqual([]);
  });

  test('gets one message for many articles: nine lines, the newest issue first, and how many more there are', async () => {
    bot = await start();
    await untilLookedAt(data);
    await say('/follow 民生');
    const days = Array.from({ length: 12 }, (_, index) => `2023-02-${10 + index}`);
    await data.ingest(
      'a.txt',
      days.map((issueDate) => prepareArticle(issueDate, [`民生${issueDate}。`], { issueDate })),
    );
    const told = await toldSince(1, bot, data);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^关注的“民生”有 12 篇新报道：\n\n\[1\] 《太原日报》2023年2月21日/);
    expect(told[0]?.match(/^\[\d\]/gm)).toHaveLength(9);
    expect(told[0]).toMatch(/还有 3 篇，发 \/search 民生 查找。$/);
  });

  test('gets one message for several follows, an article under the first that it fits', async () => {
    bot = await start();
    await untilLookedAt(data);
    await say('/follow 阳曲县');
    await say('/follow 幼儿园');
    await data.ingest('a.txt', [fitting('建幼儿园'), prepareArticle('幼儿园开学', ['幼儿园开学。'])]);
    expect(await toldSince(2, bot, data)).toEqual([
      '关注的内容有 2 篇新报道：\n\n阳曲县（1 篇）\n[1] 《太原日报》2023年2月10日第4版《建幼儿园》\n\n' +
        '幼儿园（1 篇）\n[2] 《太原日报》2023年2月10日第4版《幼儿园开学》',
    ]);
  });
});

test('while an ingest commits file after file, nothing is told before it is quiet', async () => {
  const arrivals = [0, 0, 1, 2, 3];
  const looks: number[] = [];
  const { articleId } = (await ARCHIVE.loadArticles(['a1b2c3d4e5f60718']))[0] ?? { articleId: '' };
  bot = await start({
    archive: {
      ...ARCHIVE,
      lastArrival: async () => ({
        archiveId: 'growing',
        arrival: data.store.follows.listAll().length === 0 ? 0 : (arrivals.shift() ?? 3),
      }),
      listArrivals: async (after) => {
        looks.push(after);
        return after < 3 ? [{ arrival: 3, articleId }] : [];
      },
    },
  });
  await expect.poll(() => data.store.follows.loadCursor('growing')).toBe(0);
  await say('/follow 阳曲县');
  const [, told] = await bot.textsIn(READER.id, 2);
  expect(told).toContain('有 1 篇新报道');
  expect(looks).toEqual([0]);
});
