import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message, Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BotStore, openBotStore } from '../src/store/bot/open-bot-store.js';
import type { BotDependencies } from '../src/telegram/dependencies.js';
import { answerWith, type RunningBot, shoutingService, startBot } from './helpers/telegram-bot.js';
import { BOT } from './helpers/telegram-protocol.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { GROUP_ID, READER, writeInGroup, writePrivately } from './helpers/telegram-updates.js';

const NOW = new Date('2023-02-12T01:00:00Z');
const PERHAPS = '刚才程序中断了一下。如果没有看到回答，请再问一次。';
const secondsOf = (date: Date) => Math.floor(date.getTime() / 1000);
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

/** Answers with the question, so that each answer tells what it answers. */
const echo: BotDependencies['service'] = {
  ...shoutingService,
  ask: async ({ question }) => answerWith({ answer: question, citations: [] }),
};

let folder: string;
let store: BotStore;
let bot: RunningBot;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baowen-inbox-'));
  store = openBotStore(folder);
});
afterEach(async () => {
  await bot.stop();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (more: Parameters<typeof startBot>[0] = {}) => {
  bot = await startBot({ service: echo, store, ...more });
};

/** Starts the bot; what it keeps, and how many polls Telegram had seen by then. */
async function startKeeping(): Promise<() => { updateId: number; polls: number }[]> {
  const telegram = await TelegramServer.start();
  const kept: { updateId: number; polls: number }[] = [];
  const take: BotStore['inbox']['take'] = (botId, updates, now) => {
    const polls = telegram.callsOf('getUpdates').length;
    kept.push(...updates.map(({ updateId }) => ({ updateId, polls })));
    return store.inbox.take(botId, updates, now);
  };
  await start({ telegram, store: { ...store, inbox: { ...store.inbox, take } } });
  return () => kept;
}

/** An update as an earlier run took it. */
function leave(updateId: number, text: string, more: Partial<Update> = {}, takenAt = NOW): void {
  const chat = { id: READER.id, type: 'private', first_name: '王' };
  const message = { message_id: updateId, date: secondsOf(takenAt), chat, from: READER, text } as Message;
  const update = { update_id: updateId, message, ...more };
  store.inbox.take(BOT.id, [{ updateId, body: JSON.stringify(update) }], takenAt);
}

describe('what an earlier run left', () => {
  test('is answered first, in order, and not again after the next start', async () => {
    leave(7, '甲');
    leave(5, '乙');
    const telegram = await TelegramServer.start();
    writePrivately(telegram, READER, '丙');
    await start({ telegram });
    expect(await bot.textsIn(READER.id, 3)).toEqual(['甲', '乙', '丙']);
    await bot.abort();
    expect(store.inbox.unfinished(BOT.id)).toEqual([]);
  });

  test('and was being answered is said to be perhaps answered, and is not answered a second time', async () => {
    leave(7, '甲');
    leave(8, '乙');
    store.inbox.mark(BOT.id, 7, 'sending');
    await start();
    expect(await bot.textsIn(READER.id, 2)).toEqual([PERHAPS, '乙']);
  });

  test('and two restarts could not end is given up with a sentence', async () => {
    leave(7, '甲');
    leave(8, '乙');
    for (const _run of [1, 2]) store.inbox.restart(BOT.id, 7);
    store.inbox.restart(BOT.id, 8);
    await start();
    expect(await bot.textsIn(READER.id, 2)).toEqual([
      '抱歉，这个问题试了几次都没能答完，请换个问法再问。',
      '乙',
    ]);
  });

  test('counts the runs that began with it', async () => {
    leave(7, '甲');
    await start({ service: { ...shoutingService, ask: () => new Promise<never>(() => {}) } });
    await expect.poll(() => store.inbox.unfinished(BOT.id)[0]?.restarts).toBe(1);
  });

  test('is left alone by a bot with another token', async () => {
    leave(7, '甲');
    const telegram = await TelegramServer.start();
    telegram.token = '999:another';
    await start({ telegram, settings: { token: telegram.token } });
    writePrivately(telegram, READER, '乙');
    expect(await bot.textsIn(READER.id, 1)).toEqual(['乙']);
  });

  test('of presses is forgotten after minutes', async () => {
    const pressed = { message: undefined, callback_query: { id: 'old', from: READER, data: 'x' } };
    leave(7, '', pressed as never, minutesAgo(6));
    await start();
    writePrivately(bot.telegram, READER, '乙');
    expect(await bot.textsIn(READER.id, 1)).toEqual(['乙']);
    expect(bot.telegram.callsOf('answerCallbackQuery')).toEqual([]);
  });

  test('waits while another process works on it', async () => {
    leave(7, '甲');
    const other = openBotStore(folder);
    other.inbox.claim(BOT.id);
    await start();
    await expect.poll(() => bot.log.text()).toContain('另一个程序正用同一个数据文件夹');
    expect(bot.telegram.shown).toEqual([]);
    other.close();
    expect(await bot.textsIn(READER.id, 1)).toEqual(['甲']);
  });
});

describe('an update', () => {
  const writtenAt = { date: secondsOf(NOW) };

  test('that Telegram brings again is not answered again', async () => {
    await start();
    writePrivately(bot.telegram, READER, '甲', writtenAt);
    expect(await bot.textsIn(READER.id, 1)).toEqual(['甲']);
    await bot.abort();
    const telegram = await TelegramServer.start();
    for (const text of ['甲', '乙']) writePrivately(telegram, READER, text, writtenAt);
    // Its ids begin as those of the first server, which brings the same update again.
    const second = await startBot({ service: echo, store, telegram });
    expect(await second.textsIn(READER.id, 1)).toEqual(['乙']);
    await second.abort();
    await telegram.stop();
  });

  test('of a server that counts anew is no other one that was answered', async () => {
    leave(1000, '甲');
    store.inbox.finish(BOT.id, 1000);
    await start();
    writePrivately(bot.telegram, READER, '丙');
    expect(await bot.textsIn(READER.id, 1)).toEqual(['丙']);
  });

  test('is kept before Telegram is told that it was taken', async () => {
    const kept = await startKeeping();
    writePrivately(bot.telegram, READER, '甲');
    await bot.textsIn(READER.id, 1);
    await bot.telegram.until(() => bot.telegram.unconfirmed === 0, 'a confirmation');
    const offsets = bot.telegram.callsOf('getUpdates').map(({ payload }) => payload.offset);
    expect(offsets.slice(0, 2)).toEqual([0, 1001]);
    expect(kept()).toEqual([{ updateId: 1000, polls: 1 }]);
  });

  test('leaves nothing behind of who wrote when it was answered', async () => {
    await start({ service: { ...shoutingService, ask: async () => answerWith() } });
    writePrivately(bot.telegram, READER, '问');
    await bot.textsIn(READER.id, 1);
    await bot.abort();
    store.close();
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString());
    // The answer keeps its question, for its buttons; the update with the person's name is gone.
    expect(bytes.filter((content) => content.includes(String(READER.username)))).toEqual([]);
  });

  test('counts as being answered only while an answer is on its way', async () => {
    const telegram = await TelegramServer.start();
    telegram.latency = 100;
    telegram.fail('sendMessage', { kind: 'too-many-requests', retryAfter: 0.2 });
    await start({ telegram });
    writePrivately(telegram, READER, '甲');
    const state = () => store.inbox.unfinished(BOT.id)[0]?.state;
    const seen: unknown[] = [];
    await expect
      .poll(
        () => {
          if (state() !== seen.at(-1)) seen.push(state());
          return seen.length > 1 && state() === undefined;
        },
        { interval: 10, timeout: 4_000 },
      )
      .toBe(true);
    expect(seen.filter(Boolean).slice(-3)).toEqual(['sending', 'waiting', 'sending']);
  });

  test('stays finished, whatever is sent for it later', async () => {
    await start();
    leave(7, '甲');
    store.inbox.finish(BOT.id, 7);
    store.inbox.mark(BOT.id, 7, 'sending');
    expect(store.inbox.unfinished(BOT.id)).toEqual([]);
  });

  test('of talk among people is not kept', async () => {
    const kept = await startKeeping();
    writeInGroup(bot.telegram, READER, '大家好');
    writeInGroup(bot.telegram, READER, '/ask 甲');
    await bot.textsIn(GROUP_ID, 1);
    expect(kept().map(({ updateId }) => updateId)).toEqual([1001]);
  });

  test('is answered although the disk is full, and the log says what is uncertain', async () => {
    const full = () => {
      throw new Error('database or disk is full');
    };
    const inbox = { ...store.inbox, take: full, mark: full, finish: full };
    await start({ store: { ...store, inbox } });
    writePrivately(bot.telegram, READER, '甲');
    expect(await bot.textsIn(READER.id, 1)).toEqual(['甲']);
    expect(bot.log.text()).toContain('没能写进数据文件夹');
  });
});
