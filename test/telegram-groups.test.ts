import { afterEach, describe, expect, test } from 'vitest';
import { dataOf, type RunningBot, recordingService, startBot } from './helpers/telegram-bot.js';
import { BOT } from './helpers/telegram-protocol.js';
import { GROUP_ID, press, READER, STRANGER, writeInGroup } from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

describe('in a group', () => {
  test.each([
    ['@baowen_bot 阳曲县', '阳曲县'],
    ['@baowen_bot阳曲县', '阳曲县'],
    ['问@baowen_bot', '问'],
    ['@BAOWEN_BOT 阳曲县', '阳曲县'],
    ['@baowen_bot2023年大事', '2023年大事'],
    ['/ask 阳曲县', '阳曲县'],
    ['/ask阳曲县', '阳曲县'],
    ['/ask@baowen_bot 阳曲县', '阳曲县'],
    ['/ask@baowen_bot阳曲县', '阳曲县'],
    ['/ask2023年大事', '2023年大事'],
    ['@baowen_bot /ask 阳曲县', '阳曲县'],
    ['@baowen_bot，阳曲县', '阳曲县'],
    ['@baowen_bot3月8日的报纸', '3月8日的报纸'],
    ['＠baowen_bot 阳曲县', '阳曲县'],
    ['／ask阳曲县', '阳曲县'],
    ['\u200b/ask 阳曲\u2060县', '阳曲县'],
  ])('%s asks the bot', async (text, question) => {
    const { asked, service } = recordingService();
    bot = await startBot({ service });
    writeInGroup(bot.telegram, READER, text);
    await bot.textsIn(GROUP_ID);
    expect(asked.map((one) => one.question)).toEqual([question]);
  });

  test('a reply to the bot asks it, and the answer replies to the asking message in its topic', async () => {
    const { asked, service } = recordingService();
    bot = await startBot({ service });
    const reply_to_message = { message_id: 1, date: 1, from: BOT, text: '…' } as never;
    const id = writeInGroup(bot.telegram, READER, '那去年呢', {
      reply_to_message,
      is_topic_message: true,
      message_thread_id: 44,
    });
    await bot.textsIn(GROUP_ID);
    expect(asked[0]?.question).toBe('那去年呢');
    expect(bot.telegram.shown[0]).toMatchObject({ replyTo: id, topicId: 44 });
  });

  const question = { message_id: 1, date: 1, from: STRANGER, text: '阳曲县今年的事。还有娄烦县' } as never;
  test.each([
    ['a mention alone', '@baowen_bot', { reply_to_message: question }, '阳曲县今年的事。还有娄烦县'],
    ['/ask alone', '/ask', { reply_to_message: question }, '阳曲县今年的事。还有娄烦县'],
    [
      'a mention alone at a part that is quoted',
      '@baowen_bot',
      { reply_to_message: question, quote: { text: '娄烦县', position: 10 } },
      '娄烦县',
    ],
    ['words of its own', '@baowen_bot 方山县', { reply_to_message: question }, '方山县'],
  ])("%s under somebody's message asks what is meant", async (_what, text, more, meant) => {
    const { asked, service } = recordingService();
    bot = await startBot({ service });
    writeInGroup(bot.telegram, READER, text, more);
    await bot.textsIn(GROUP_ID);
    expect(asked.map((one) => one.question)).toEqual([meant]);
  });

  const replied = { reply_to_message: { message_id: 1, date: 1, from: BOT, text: '…' } };
  test.each([
    ['talk among people', '阳曲县今年民生实事有哪些', {}],
    ['a command for another bot', '/ask@other_bot 阳曲县', {}],
    ['a command that only another bot can know', '/weather', {}],
    ['a mention of a bot with a longer name', '@baowen_bot2 阳曲县', {}],
    ['an address that holds the name', 'wang@baowen_bot', {}],
    [
      'another bot that replies',
      '好的',
      { from: { id: 9, is_bot: true, first_name: '别的机器人' }, ...replied },
    ],
    ['what was found inline in its name', '一篇报道', { via_bot: BOT, ...replied }],
    ['a forwarded message', '问 @baowen_bot', { forward_origin: { type: 'hidden_user', date: 1 } }],
    [
      "a channel's post in its discussion",
      '请问 @baowen_bot',
      { is_automatic_forward: true, sender_chat: { id: -5, type: 'channel', title: '频道' } },
    ],
    ['a sticker', null, { sticker: {} }],
    ['a new member', null, { new_chat_members: [READER] }],
    [
      'a message in a topic that the bot opened',
      '大家好',
      { reply_to_message: { message_id: 1, from: BOT, forum_topic_created: {} } },
    ],
  ])('%s is left alone', async (_what, text, more) => {
    const { service } = recordingService();
    bot = await startBot({ service });
    writeInGroup(bot.telegram, READER, text, more as object);
    writeInGroup(bot.telegram, READER, '/ask 完');
    await bot.textsIn(GROUP_ID);
    expect(bot.telegram.shown).toHaveLength(1);
  });

  test('an anonymous admin is told that nobody can be recognised', async () => {
    bot = await startBot();
    const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
    const sender_chat = { id: GROUP_ID, type: 'supergroup' as const, title: '读报群' };
    writeInGroup(bot.telegram, anonymous, '/ask 阳曲县', { sender_chat } as object);
    expect(await bot.textsIn(GROUP_ID)).toEqual(['我认不出匿名身份，请用自己的身份提问。']);
  });
});

describe('a group that becomes a supergroup', () => {
  const NEW_ID = -100_888;
  const there = { chat: { id: NEW_ID, type: 'supergroup' as const, title: '读报群' } };

  test('gets the answer that was on its way, with buttons that work, and goes on with what it asked', async () => {
    const { asked, service } = recordingService();
    bot = await startBot({ service });
    bot.telegram.fail('sendMessage', { kind: 'became-supergroup', id: NEW_ID });
    writeInGroup(bot.telegram, READER, '/ask 阳曲县');
    expect((await bot.textsIn(NEW_ID))[0]).toContain('七件民生实事');
    expect(bot.telegram.shown[0]?.replyTo).toBeUndefined();
    press(bot.telegram, READER, NEW_ID, dataOf(bot.telegram, '全文 [1]'));
    expect((await bot.textsIn(NEW_ID, 2))[1]).toContain('一是新建幼儿园2所');
    writeInGroup(bot.telegram, READER, '/ask 那去年呢', there);
    await bot.textsIn(NEW_ID, 3);
    expect(asked[1]?.history).toEqual(['阳曲县']);
  });

  test.each([
    ['the old group', { migrate_to_chat_id: NEW_ID }],
    ['the new one', { ...there, migrate_from_chat_id: GROUP_ID }],
  ])('keeps its day of asking where it is told in %s', async (_where, told) => {
    const { asked, service } = recordingService();
    bot = await startBot({ service });
    writeInGroup(bot.telegram, READER, '/asof 2022-12-31');
    await bot.textsIn(GROUP_ID);
    writeInGroup(bot.telegram, READER, null, told);
    await bot.telegram.until(() => bot.telegram.unconfirmed === 0, 'the news');
    writeInGroup(bot.telegram, READER, '/ask 阳曲县', there);
    await bot.textsIn(NEW_ID);
    expect(asked[0]?.askedOn).toBe('2022-12-31');
  });
});
