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
import { dataOf, type RunningBot, startBot } from './helpers/telegram-bot.js';
import {
  ADMIN,
  GROUP_ID,
  press,
  READER,
  STRANGER,
  writeInGroup,
  writePrivately,
} from './helpers/telegram-updates.js';

let data: FollowedArchive;
let bot: RunningBot;
beforeEach(async () => {
  data = await openFollowedArchive();
});
afterEach(() => bot.stop());

const start = (options: Parameters<typeof startBot>[0] = {}) =>
  startBot({ archive: data.archive, store: data.store, ...options });
const say = (text: string) => sayTo(bot, text);

describe('the time of telling', () => {
  const DAY = '2023-02-12';
  const at = (clock: string, day = DAY) => new Date(`${day}T${clock}:00+08:00`);
  let clock = at('10:00');

  test('/digest 08:00 brings one message a day, at that hour in China', async () => {
    clock = at('10:00');
    bot = await start({ now: () => clock });
    await untilLookedAt(data);
    await say('/follow 阳曲县 民生');
    expect(await say('/digest 08:00')).toContain('每天 08:00（北京时间）说一次');
    await data.ingest('a.txt', [fitting('白天')]);
    await untilLookedAt(data);
    clock = at('07:59', '2023-02-13');
    await data.ingest('b.txt', [fitting('夜里')]);
    await untilLookedAt(data);
    expect(bot.telegram.shownIn(READER.id)).toHaveLength(2);
    clock = at('08:00', '2023-02-13');
    const [, , told] = await bot.textsIn(READER.id, 3);
    expect(told).toContain('有 2 篇新报道');
    await data.ingest('c.txt', [fitting('早饭以后')]);
    await untilLookedAt(data);
    expect(await say('/follows')).toContain('每天 08:00');
    expect(bot.telegram.shownIn(READER.id)).toHaveLength(4);
    // An hour at which the program did not run is made up for.
    await bot.abort();
    clock = at('11:00', '2023-02-14');
    bot = await start({ telegram: bot.telegram, now: () => clock });
    expect((await bot.textsIn(READER.id, 5))[4]).toContain('早饭以后');
  });

  test('/digest 立即 goes back to telling at once, and a wrong time is explained', async () => {
    bot = await start({ now: () => at('10:00') });
    await untilLookedAt(data);
    await say('/follow 阳曲县 民生');
    await say('/digest 每日');
    expect(await say('/digest 25:00')).toContain('没看懂“25:00”');
    expect(await say('/digest')).toContain('每天 08:00');
    expect(await say('/digest 立即')).toContain('一有新报道就说');
    await data.ingest('a.txt', [fitting('马上')]);
    expect((await bot.textsIn(READER.id, 6))[5]).toContain('马上');
  });
});

describe('who is told and who may ask for it', () => {
  test('in a group its admins and those of the bot follow, and it is told in their topic', async () => {
    bot = await start();
    await untilLookedAt(data);
    writeInGroup(bot.telegram, READER, '/follow 阳曲县');
    expect((await bot.textsIn(GROUP_ID))[0]).toBe('在群里，只有群管理员能改关注的内容。');
    bot.telegram.groupAdmins.add(READER.id);
    writeInGroup(bot.telegram, READER, '/follow 阳曲县', { is_topic_message: true, message_thread_id: 44 });
    await bot.textsIn(GROUP_ID, 2);
    writeInGroup(bot.telegram, ADMIN, '/follow 幼儿园');
    await bot.textsIn(GROUP_ID, 3);
    await data.ingest('a.txt', [fitting('修路'), prepareArticle('幼儿园', ['幼儿园开学。'])]);
    await bot.textsIn(GROUP_ID, 5);
    const told = bot.telegram.shownIn(GROUP_ID).slice(3);
    expect(told.map(({ topicId }) => topicId)).toEqual([44, undefined]);
    expect(told.map(({ text }) => text.split('”')[0])).toEqual(['关注的“阳曲县', '关注的“幼儿园']);
  });

  test('a group is told where its topic was deleted, and where it became a supergroup', async () => {
    bot = await start();
    await untilLookedAt(data);
    const topic = { is_topic_message: true as const, message_thread_id: 44 };
    writeInGroup(bot.telegram, ADMIN, '/follow 阳曲县', topic);
    await bot.textsIn(GROUP_ID);
    bot.telegram.fail('sendMessage', { kind: 'topic-deleted' });
    await data.ingest('a.txt', [fitting('修路')]);
    await bot.textsIn(GROUP_ID, 2);
    expect(bot.telegram.shown.at(-1)).toMatchObject({ topicId: undefined });
    bot.telegram.fail('sendMessage', { kind: 'became-supergroup', id: -100_888 });
    await data.ingest('b.txt', [fitting('架桥')]);
    expect((await bot.textsIn(-100_888))[0]).toContain('架桥');
  });

  test('a stranger follows nothing, and a person who is let in no more is told nothing', async () => {
    const allowedUsers = [READER.id];
    bot = await start({ settings: { allowedUsers } });
    await untilLookedAt(data);
    writePrivately(bot.telegram, STRANGER, '/follow 阳曲县');
    await bot.textsIn(STRANGER.id);
    expect(data.store.follows.list(STRANGER.id)).toEqual([]);
    await say('/follow 阳曲县');
    allowedUsers.pop();
    await data.ingest('a.txt', [fitting('修路')]);
    await untilLookedAt(data);
    allowedUsers.push(READER.id);
    expect(await toldSince(1, bot, data)).toEqual([]);
  });

  test('a person who blocked the bot is told when they write again', async () => {
    bot = await start();
    await untilLookedAt(data);
    await say('/follow 阳曲县');
    bot.telegram.fail('sendMessage', { kind: 'blocked' });
    await data.ingest('a.txt', [fitting('修路')]);
    await untilLookedAt(data);
    await expect.poll(() => bot.log.text()).toContain('发不进一个聊天');
    await data.ingest('b.txt', [fitting('架桥')]);
    await untilLookedAt(data);
    expect(bot.telegram.callsOf('sendMessage')).toHaveLength(2);
    writePrivately(bot.telegram, READER, '/start');
    const texts = await bot.textsIn(READER.id, 3);
    expect(texts.find((text) => text.startsWith('关注的'))).toContain('有 2 篇新报道');
  });

  test('a message that may have arrived is not sent again, one that did not is', async () => {
    bot = await start();
    await untilLookedAt(data);
    await say('/follow 阳曲县');
    bot.telegram.fail('sendMessage', { kind: 'drop-after-delivery' });
    await data.ingest('a.txt', [fitting('修路')]);
    expect(await toldSince(1, bot, data)).toHaveLength(1);
    const shown = bot.telegram.shown.length;
    bot.telegram.fail('sendMessage', ...Array.from({ length: 6 }, () => ({ kind: 'bad-gateway' as const })));
    await data.ingest('b.txt', [fitting('架桥')]);
    await bot.textsIn(READER.id, shown + 1);
    expect(await toldSince(shown, bot, data)).toHaveLength(1);
  });
});

describe('the list of what is followed', () => {
  test('/follows shows it with buttons that end each, /unfollow takes words or a number', async () => {
    bot = await start();
    expect(await say('/follows')).toContain('没有关注任何内容');
    for (const words of ['阳曲县', '幼儿园 开学', '高铁']) await say(`/follow ${words}`);
    expect(await say('/follow 高铁')).toBe('已经关注了“高铁”。发 /follows 看全部。');
    expect(await say('/follows')).toMatch(/^正在关注：\n1\. 阳曲县\n2\. 幼儿园 开学\n3\. 高铁\n/);
    const data = dataOf(bot.telegram, '取消 2');
    const shown = bot.telegram.shownIn(READER.id).length;
    press(bot.telegram, READER, READER.id, data);
    expect((await bot.textsIn(READER.id, shown + 1))[shown]).toBe('好的，不再关注“幼儿园 开学”。');
    press(bot.telegram, READER, READER.id, data);
    expect((await bot.textsIn(READER.id, shown + 2))[shown + 1]).toBe('这一项已经取消了。');
    expect(await say('/unfollow 高铁')).toBe('好的，不再关注“高铁”。');
    expect(await say('/unfollow 2')).toBe('没有关注“2”。发 /follows 看关注了什么。');
    expect(await say('/unfollow 1')).toBe('好的，不再关注“阳曲县”。');
  });

  test('a chat follows twenty things at most', async () => {
    bot = await start();
    const since = await data.archive.lastArrival();
    for (let n = 0; n < 20; n++)
      data.store.follows.add({
        chatId: READER.id,
        topicId: null,
        words: `第${n}`,
        ownerId: READER.id,
        since,
      });
    expect(await say('/follow 阳曲县')).toContain('最多关注 20 组词');
  });
});
