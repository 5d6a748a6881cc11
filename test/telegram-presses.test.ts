import type { CallbackQuery } from 'grammy/types';
import { afterEach, describe, expect, test } from 'vitest';
import {
  answerWith,
  dataOf,
  type RunningBot,
  recordingService,
  shoutingService,
  startBot,
} from './helpers/telegram-bot.js';
import { GROUP_ID, press, READER, writePrivately } from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

describe('a pressed button', () => {
  test('works in the chat that it was sent to alone', async () => {
    bot = await startBot({ service: recordingService().service });
    writePrivately(bot.telegram, READER, '民生实事');
    await bot.textsIn(READER.id);
    press(bot.telegram, READER, GROUP_ID, dataOf(bot.telegram, '全文 [1]'));
    await bot.telegram.until(() => bot.telegram.callsOf('answerCallbackQuery').length > 0, 'an answer');
    expect(bot.telegram.callsOf('answerCallbackQuery')[0]?.payload).toMatchObject({
      text: '这个按钮已经失效。',
    });
    expect(bot.telegram.shown).toHaveLength(1);
  });

  test('that the bot never made is told to be worthless', async () => {
    bot = await startBot();
    press(bot.telegram, READER, READER.id, 'drop table');
    await bot.telegram.until(() => bot.telegram.callsOf('answerCallbackQuery').length > 0, 'an answer');
    expect(bot.telegram.callsOf('answerCallbackQuery')[0]?.payload).toMatchObject({
      text: '这个按钮已经失效。',
    });
    expect(bot.telegram.shown).toEqual([]);
  });

  test('is answered at once although the chat is busy, and does its work when its turn comes', async () => {
    let finish = () => {};
    const busy = new Promise<void>((done) => {
      finish = done;
    });
    const ask = async ({ question }: { question: string }) => {
      if (question === '慢') await busy;
      return answerWith();
    };
    bot = await startBot({ service: { ...shoutingService, ask } });
    writePrivately(bot.telegram, READER, '民生实事');
    await bot.textsIn(READER.id);
    writePrivately(bot.telegram, READER, '慢');
    press(bot.telegram, READER, READER.id, dataOf(bot.telegram, '全文 [1]'));
    await bot.telegram.until(() => bot.telegram.callsOf('answerCallbackQuery').length > 0, 'an answer');
    expect(bot.telegram.shown).toHaveLength(1);
    finish();
    const texts = await bot.textsIn(READER.id, 3);
    expect(texts[2]).toContain('一是新建幼儿园2所');
  });

  test('under a message that Telegram no longer shows the bot is obeyed, one without a message is told to be worthless', async () => {
    bot = await startBot({ service: recordingService().service });
    writePrivately(bot.telegram, READER, '民生实事');
    await bot.textsIn(READER.id);
    const data = dataOf(bot.telegram, '全文 [1]');
    const chat = { id: READER.id, type: 'private' as const, first_name: '王' };
    const pressed = { chat_instance: '1', from: READER, data };
    const message = { message_id: 1, date: 0 as const, chat };
    bot.telegram.push({ callback_query: { ...pressed, id: 'old', message } as CallbackQuery });
    expect((await bot.textsIn(READER.id, 2))[1]).toContain('一是新建幼儿园2所');
    bot.telegram.push({ callback_query: { ...pressed, id: 'inline', inline_message_id: 'x' } });
    await bot.telegram.until(() => bot.telegram.callsOf('answerCallbackQuery').length > 1, 'an answer');
    expect(bot.telegram.callsOf('answerCallbackQuery').map(({ payload }) => payload.text)).toEqual([
      undefined,
      '这个按钮已经失效。',
    ]);
    expect(bot.telegram.shown).toHaveLength(2);
  });
});
