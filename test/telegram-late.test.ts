import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openBotStore } from '../src/store/bot/open-bot-store.js';
import { answerWith, type RunningBot, shoutingService, startBot } from './helpers/telegram-bot.js';
import { BOT } from './helpers/telegram-protocol.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { ADMIN, press, READER, writePrivately } from './helpers/telegram-updates.js';

const NOW = new Date('2023-02-12T01:00:00Z');
const AWAY = '抱歉，我停了一段时间，之前的消息没能及时回答。如果还需要，请再问一次。';
const secondsOf = (date: Date) => Math.floor(date.getTime() / 1000);
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

/** Answers with the question, so that each answer tells what it answers. */
const service = {
  ...shoutingService,
  ask: async ({ question }: { question: string }) => answerWith({ answer: question, citations: [] }),
};

let bot: RunningBot;
afterEach(() => bot.stop());

describe('after an outage of hours', () => {
  const longAgo = { date: secondsOf(minutesAgo(61)) };

  test('each chat gets one apology for all that waited, and new questions their answers', async () => {
    const telegram = await TelegramServer.start();
    for (let index = 0; index < 30; index++) writePrivately(telegram, READER, '甲', longAgo);
    writePrivately(telegram, ADMIN, '丁', longAgo);
    writePrivately(telegram, READER, '戊');
    bot = await startBot({ service, telegram });
    expect(await bot.textsIn(READER.id, 2)).toEqual([AWAY, '戊']);
    expect(await bot.textsIn(ADMIN.id, 1)).toEqual([AWAY]);
  });

  test('what waited for less than an hour is answered', async () => {
    const telegram = await TelegramServer.start();
    writePrivately(telegram, READER, '甲', { date: secondsOf(minutesAgo(59)) });
    bot = await startBot({ service, telegram });
    expect(await bot.textsIn(READER.id, 1)).toEqual(['甲']);
  });

  test('a press that Telegram has forgotten is survived', async () => {
    bot = await startBot({ service });
    press(bot.telegram, READER, READER.id, 'x');
    bot.telegram.queries.expire();
    writePrivately(bot.telegram, READER, '甲');
    expect(await bot.textsIn(READER.id, 1)).toEqual(['甲']);
  });

  test('an update that an earlier run left for days is apologised for, however short it waited at Telegram', async () => {
    const telegram = await TelegramServer.start();
    const folder = mkdtempSync(join(tmpdir(), 'baowen-late-'));
    const store = openBotStore(folder);
    const takenAt = minutesAgo(3 * 24 * 60);
    const message = {
      message_id: 7,
      date: secondsOf(takenAt) - 5,
      chat: { id: READER.id, type: 'private', first_name: '王' },
      from: READER,
      text: '甲',
    };
    store.inbox.take(BOT.id, [{ updateId: 7, body: JSON.stringify({ update_id: 7, message }) }], takenAt);
    bot = await startBot({ service, telegram, store });
    expect(await bot.textsIn(READER.id, 1)).toEqual([AWAY]);
    await bot.abort();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['days ago', secondsOf(minutesAgo(2 * 24 * 60))],
    ['1970', 1],
    ['tomorrow', secondsOf(minutesAgo(-24 * 60))],
  ])(
    'where the clocks differ, a message dated %s is answered: Telegram keeps none so long',
    async (_when, date) => {
      bot = await startBot({ service });
      writePrivately(bot.telegram, READER, '甲', { date });
      expect(await bot.textsIn(READER.id, 1)).toEqual(['甲']);
    },
  );
});
