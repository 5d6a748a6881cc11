import { afterEach, describe, expect, test } from 'vitest';
import { FIRST, olderServer, STREAMING, slowService } from './helpers/slow-service.js';
import { dataOf, type RunningBot, rowsOf, startBot } from './helpers/telegram-bot.js';
import {
  ADMIN,
  editMessage,
  GROUP_ID,
  press,
  READER,
  writeInGroup,
  writePrivately,
} from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

const lastText = (chatId: number) => bot.telegram.shownIn(chatId).at(-1)?.text;
const saysIn = (chatId: number, part: string) =>
  bot.telegram.until(() => lastText(chatId)?.includes(part) === true, part);

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

  test('is often pressed to edit the question, which is then answered in the place of what was stopped', async () => {
    const slow = slowService();
    bot = await startBot({ service: slow.service, pace: STREAMING, telegram: await olderServer() });
    const id = writePrivately(bot.telegram, READER, '民生实是');
    await bot.textsIn(READER.id);
    press(bot.telegram, READER, READER.id, dataOf(bot.telegram, '停止'));
    await bot.telegram.until(() => bot.telegram.shown[0]?.text === '已按你的要求停下。', 'the end');
    const typed = bot.telegram.callsOf('sendChatAction').length;
    editMessage(bot.telegram, READER, READER.id, id, '民生实事');
    await bot.telegram.until(
      () => bot.telegram.callsOf('sendChatAction').length > typed && !slow.aborted(),
      'the new question',
    );
    slow.finish();
    await bot.telegram.until(
      () => bot.telegram.shown[0]?.text.includes('《太原日报》') === true,
      'the answer',
    );
    await bot.telegram.until(() => bot.telegram.shown.length === 1, 'one message');
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
      await bot.telegram.until(() => bot.telegram.messages.drafts.has(READER.id), 'a draft');
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

test('an answer that was left half-way when the program was killed is said not to come, once', async () => {
  const slow = slowService();
  bot = await startBot({ service: slow.service, pace: STREAMING, telegram: await olderServer() });
  writePrivately(bot.telegram, READER, '民生实事');
  await saysIn(READER.id, '正在查…');
  const { telegram, store } = bot;
  await expect.poll(() => store.unfinished.list().length).toBe(1);
  const again = await startBot({ service: slow.service, telegram, store });
  await telegram.until(() => lastText(READER.id)?.includes('重新启动') === true, 'the note');
  expect(rowsOf(telegram)).toEqual([]);
  await telegram.until(() => store.unfinished.list().length === 0, 'its end');
  await again.abort();
});
