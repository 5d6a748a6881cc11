import { afterEach, describe, expect, test } from 'vitest';
import type { Answer } from '../src/domain/answer.js';
import type { AskService } from '../src/domain/ports.js';
import {
  answerWith,
  dataOf,
  type RunningBot,
  recordingService,
  rowsOf,
  shoutingService,
  startBot,
} from './helpers/telegram-bot.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { ADMIN, GROUP_ID, press, READER, writeInGroup, writePrivately } from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

const FIRST = '阳曲县今年将办好七件民生实事。';
const SECOND = '一是新建幼儿园2所。';
const WHOLE = answerWith({
  answer: `${FIRST} [1]\n${SECOND} [1]`,
  sentences: [
    { text: FIRST, citations: [1] },
    { text: SECOND, citations: [1] },
  ],
});
const STREAMING = { streamAfter: 5, stopAfter: 15, draftEvery: 1, editEvery: 20, editEveryInGroups: 20 };

/** A service whose sentences come when the test says so. */
function slowService() {
  let onSentence: Parameters<AskService['ask']>[1];
  let finish: (answer: Answer) => void = () => {};
  let fail: (error: Error) => void = () => {};
  let signal: AbortSignal | undefined;
  const ask: AskService['ask'] = (_question, given, stop) => {
    onSentence = given;
    signal = stop;
    return new Promise<Answer>((done, broken) => {
      finish = done;
      fail = broken;
    });
  };
  return {
    service: { ...shoutingService, ask },
    say: (text: string) => onSentence?.({ text, citations: [1] }),
    finish: (answer = WHOLE) => finish(answer),
    fail: (error: Error) => fail(error),
    aborted: () => signal?.aborted === true,
  };
}

const olderServer = async (): Promise<TelegramServer> => {
  const telegram = await TelegramServer.start();
  telegram.unknown.add('sendMessageDraft');
  return telegram;
};

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
    await bot.telegram.until(() => bot.telegram.chats.drafts.get(READER.id) === `${FIRST} [1]`, 'a draft');
    slow.say(SECOND);
    await bot.telegram.until(
      () => bot.telegram.chats.drafts.get(READER.id) === `${FIRST} [1]\n${SECOND} [1]`,
      'more of it',
    );
    const drafts = bot.telegram.callsOf('sendMessageDraft');
    expect(new Set(drafts.map(({ payload }) => payload.draft_id)).size).toBe(1);
    expect(drafts[0]?.payload).toMatchObject({ can_stop: true });
    slow.finish();
    await saysIn(READER.id, '《太原日报》');
    await bot.telegram.until(() => bot.telegram.shown.length === 1, 'the small message gone');
    expect(lastText(READER.id)?.startsWith(`${FIRST} [1]\n${SECOND} [1]\n\n[1] 《太原日报》`)).toBe(true);
    expect(bot.telegram.chats.drafts.size).toBe(0);
  });

  test('is one edited message where the server knows no drafts, which is tried only once', async () => {
    const slow = slowService();
    bot = await startBot({ service: slow.service, pace: STREAMING, telegram: await olderServer() });
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

describe('停止', () => {
  test('ends the answer although the chat is busy with it; what was shown stays with a note', async () => {
    const slow = slowService();
    bot = await startBot({ service: slow.service, pace: STREAMING, telegram: await olderServer() });
    writePrivately(bot.telegram, READER, '民生实事');
    await saysIn(READER.id, '正在查…');
    slow.say(FIRST);
    await saysIn(READER.id, FIRST);
    press(bot.telegram, READER, READER.id, dataOf(bot.telegram, '停止'));
    await saysIn(READER.id, '没有答完');
    expect(slow.aborted()).toBe(true);
    expect(lastText(READER.id)?.startsWith(`${FIRST} [1]\n\n`)).toBe(true);
    expect(rowsOf(bot.telegram)).toEqual([]);
  });

  test('stands beside a draft too, and so does the button of Telegram itself', async () => {
    const slow = slowService();
    bot = await startBot({ service: slow.service, pace: STREAMING });
    for (const stop of [
      () => press(bot.telegram, READER, READER.id, dataOf(bot.telegram, '停止')),
      () => {
        const draft_id = bot.telegram.callsOf('sendMessageDraft').at(-1)?.payload.draft_id as number;
        const chat = { id: READER.id, type: 'private' as const, first_name: '王' };
        bot.telegram.push({ stopped_message_generation: { chat, draft_id } });
      },
    ]) {
      writePrivately(bot.telegram, READER, '民生实事');
      await saysIn(READER.id, '正在查…');
      slow.say(FIRST);
      await bot.telegram.until(() => bot.telegram.chats.drafts.has(READER.id), 'a draft');
      stop();
      await bot.telegram.until(
        () => bot.telegram.shown.some(({ text }) => text.includes('没有答完')),
        'the note',
      );
      await bot.telegram.until(() => !bot.telegram.shown.some(({ text }) => text === '正在查…'), 'it gone');
      expect(slow.aborted()).toBe(true);
      bot.telegram.shown.length = 0;
    }
  });

  test('in a group is for who asked and for admins', async () => {
    const other = { ...READER, id: 777 };
    const slow = slowService();
    bot = await startBot({
      service: slow.service,
      pace: STREAMING,
      settings: { allowedUsers: [READER.id, other.id] },
    });
    writeInGroup(bot.telegram, READER, '@baowen_bot 民生实事');
    await saysIn(GROUP_ID, '正在查…');
    press(bot.telegram, other, GROUP_ID, dataOf(bot.telegram, '停止'));
    await bot.telegram.until(() => bot.telegram.callsOf('answerCallbackQuery').length === 1, 'a refusal');
    expect(bot.telegram.callsOf('answerCallbackQuery')[0]?.payload.text).toContain('只有提问的人');
    expect(slow.aborted()).toBe(false);
    press(bot.telegram, ADMIN, GROUP_ID, dataOf(bot.telegram, '停止'));
    await saysIn(GROUP_ID, '已按你的要求停下');
    expect(slow.aborted()).toBe(true);
  });

  test('under an answer that ended with an earlier run of the program goes when it is pressed', async () => {
    const slow = slowService();
    bot = await startBot({ service: slow.service, pace: STREAMING, telegram: await olderServer() });
    writePrivately(bot.telegram, READER, '民生实事');
    await saysIn(READER.id, '正在查…');
    const data = dataOf(bot.telegram, '停止');
    bot.telegram.fail('editMessageText', { kind: 'blocked' });
    bot.telegram.fail('deleteMessage', { kind: 'blocked' });
    slow.finish();
    await saysIn(READER.id, '《太原日报》');
    press(bot.telegram, READER, READER.id, data);
    await bot.telegram.until(() => bot.telegram.callsOf('editMessageReplyMarkup').length === 1, 'the edit');
    expect(bot.telegram.callsOf('answerCallbackQuery')[0]?.payload.text).toBe('这个回答已经结束了');
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
