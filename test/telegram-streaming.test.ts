import { afterEach, describe, expect, test } from 'vitest';
import { FIRST, olderServer, SECOND, STREAMING, slowService } from './helpers/slow-service.js';
import { type RunningBot, recordingService, rowsOf, startBot } from './helpers/telegram-bot.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { GROUP_ID, READER, writeInGroup, writePrivately } from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

const editsOf = () => bot.telegram.callsOf('editMessageText');
const lastText = (chatId: number) => bot.telegram.shownIn(chatId).at(-1)?.text;
const saysIn = (chatId: number, part: string) =>
  bot.telegram.until(() => lastText(chatId)?.includes(part) === true, part);

describe('an answer that comes at once', () => {
  test('is sent as one message, without a draft or an edit', async () => {
    bot = await startBot({ service: recordingService().service });
    writePrivately(bot.telegram, READER, '民生实事');
    await bot.textsIn(READER.id);
    expect([...bot.telegram.callsOf('sendMessageDraft'), ...editsOf()]).toEqual([]);
    expect(bot.telegram.callsOf('sendMessage')).toHaveLength(1);
  });
});

describe('an answer that takes long, in a private chat', () => {
  test('grows in a draft and ends as a message that begins with what was shown', async () => {
    const slow = slowService();
    bot = await startBot({ service: slow.service, pace: STREAMING });
    writePrivately(bot.telegram, READER, '民生实事');
    await bot.telegram.until(() => bot.telegram.callsOf('sendChatAction').length > 0, 'typing');
    slow.say(FIRST);
    await bot.telegram.until(() => bot.telegram.messages.drafts.get(READER.id) === `${FIRST} [1]`, 'a draft');
    slow.say(SECOND);
    await bot.telegram.until(
      () => bot.telegram.messages.drafts.get(READER.id) === `${FIRST} [1]\n${SECOND} [1]`,
      'more of it',
    );
    const drafts = bot.telegram.callsOf('sendMessageDraft');
    expect(new Set(drafts.map(({ payload }) => payload.draft_id)).size).toBe(1);
    expect(drafts[0]?.payload).toMatchObject({ can_stop: true });
    slow.finish();
    await saysIn(READER.id, '《太原日报》');
    await bot.telegram.until(() => bot.telegram.shown.length === 1, 'the small message gone');
    expect(lastText(READER.id)?.startsWith(`${FIRST} [1]\n${SECOND} [1]\n\n[1] 《太原日报》`)).toBe(true);
    expect(bot.telegram.messages.drafts.size).toBe(0);
  });

  test.each([
    ['no drafts', olderServer],
    [
      'no drafts for this bot',
      async () => {
        const telegram = await TelegramServer.start();
        telegram.fail('sendMessageDraft', { kind: 'markup-refused' });
        return telegram;
      },
    ],
  ])('is one edited message where the server knows %s, which is tried only once', async (_what, serverOf) => {
    const slow = slowService();
    bot = await startBot({ service: slow.service, pace: STREAMING, telegram: await serverOf() });
    for (const question of ['一', '二']) {
      writePrivately(bot.telegram, READER, question);
      await bot.telegram.until(() => lastText(READER.id) === '正在查…', 'the small message');
      slow.say(FIRST);
      await saysIn(READER.id, FIRST);
      expect(rowsOf(bot.telegram)).toEqual([['停止']]);
      slow.finish();
      await saysIn(READER.id, '《太原日报》');
    }
    expect(bot.telegram.shown.map(({ text }) => text.split('\n')[0])).toEqual([
      `${FIRST} [1]`,
      `${FIRST} [1]`,
    ]);
    expect(bot.telegram.callsOf('sendMessageDraft')).toHaveLength(1);
  });
});

describe('an answer that takes long, in a group', () => {
  test('is edited at most as often as a group allows, and never without a change', async () => {
    const slow = slowService();
    bot = await startBot({ service: slow.service, pace: { ...STREAMING, editEveryInGroups: 80 } });
    const asking = writeInGroup(bot.telegram, READER, '@baowen_bot 民生实事');
    await saysIn(GROUP_ID, '正在查…');
    for (let n = 1; n <= 12; n++) {
      slow.say(`第${n}件。`);
      await new Promise((done) => setTimeout(done, 20));
    }
    const times = editsOf().map(({ at }) => at);
    slow.finish();
    await saysIn(GROUP_ID, '《太原日报》');
    expect(times.length).toBeGreaterThan(1);
    for (const [index, time] of times.slice(1).entries())
      expect(time - (times[index] ?? 0)).toBeGreaterThan(78);
    expect(editsOf().every(({ delivered }) => delivered)).toBe(true);
    expect(bot.telegram.callsOf('sendMessageDraft')).toEqual([]);
    expect(bot.telegram.shown).toHaveLength(1);
    expect(bot.telegram.shown[0]).toMatchObject({ replyTo: asking });
  });

  test('slows down when the server asks for patience, and the whole answer still arrives', async () => {
    const slow = slowService();
    bot = await startBot({ service: slow.service, pace: STREAMING });
    writeInGroup(bot.telegram, READER, '@baowen_bot 民生实事');
    await saysIn(GROUP_ID, '正在查…');
    bot.telegram.fail('editMessageText', { kind: 'too-many-requests', retryAfter: 1 });
    slow.say(FIRST);
    await bot.telegram.until(() => editsOf().length === 1, 'the refused edit');
    slow.say(SECOND);
    await new Promise((done) => setTimeout(done, 150));
    expect(editsOf()).toHaveLength(1);
    slow.finish();
    await saysIn(GROUP_ID, '《太原日报》');
    // The refused state is not sent again: the whole answer comes instead.
    expect(editsOf()).toHaveLength(2);
    expect(bot.telegram.shown).toHaveLength(1);
  });

  test('is sent anew where its message cannot be edited any more', async () => {
    const slow = slowService();
    bot = await startBot({ service: slow.service, pace: STREAMING });
    writeInGroup(bot.telegram, READER, '@baowen_bot 民生实事');
    await saysIn(GROUP_ID, '正在查…');
    bot.telegram.shown.length = 0;
    slow.finish();
    await saysIn(GROUP_ID, '《太原日报》');
    expect(lastText(GROUP_ID)).toContain(`${FIRST} [1]\n${SECOND} [1]`);
  });
});

test('a failure half-way leaves no promise behind: what was shown is marked, an empty 正在查… goes', async () => {
  const slow = slowService();
  bot = await startBot({ service: slow.service, pace: STREAMING, telegram: await olderServer() });
  writePrivately(bot.telegram, READER, '一');
  await saysIn(READER.id, '正在查…');
  slow.fail(new Error('damaged'));
  await saysIn(READER.id, '抱歉');
  expect(bot.telegram.shown).toHaveLength(1);
  writePrivately(bot.telegram, READER, '二');
  await saysIn(READER.id, '正在查…');
  slow.say(FIRST);
  await saysIn(READER.id, FIRST);
  slow.fail(new Error('damaged'));
  await saysIn(READER.id, '抱歉');
  expect(bot.telegram.shown.map(({ text }) => text).slice(1)).toEqual([
    `${FIRST} [1]\n\n中途出了点问题，以上没有答完。`,
    '抱歉，出了点问题，这次没能回答。请稍后再问一次。',
  ]);
});

test('a whole answer whose delivery nobody confirmed is not replaced by less', async () => {
  const slow = slowService();
  bot = await startBot({ service: slow.service, pace: STREAMING });
  writeInGroup(bot.telegram, READER, '@baowen_bot 一');
  await saysIn(GROUP_ID, '正在查…');
  slow.say(FIRST);
  await saysIn(GROUP_ID, FIRST);
  bot.telegram.fail('editMessageText', ...Array(5).fill({ kind: 'drop-after-delivery' }));
  slow.finish();
  await saysIn(GROUP_ID, '连接断了');
  expect(bot.telegram.shown.map(({ text }) => text.split('\n').at(-1))).toEqual([
    '[1] 《太原日报》2023年2月10日第4版《阳曲县确定七件民生实事》 记者 李静',
    '刚才连接断了一下。如果没有看到回答，请再问一次。',
  ]);
});
