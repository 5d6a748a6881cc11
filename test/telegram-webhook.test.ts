import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerWith, type RunningBot, shoutingService, startBot } from './helpers/telegram-bot.js';
import { BOT } from './helpers/telegram-protocol.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { READER } from './helpers/telegram-updates.js';

const SECRET = 'a-secret_of-the-webhook';
const webhook = { url: 'https://bot.example/telegram', secret: SECRET, port: 0 };
const message = (text: string) => ({
  message_id: 1,
  date: Math.floor(Date.now() / 1000),
  chat: { id: READER.id, type: 'private' },
  from: READER,
  text,
});

describe('with a webhook', () => {
  let bot: RunningBot;
  let address: string;

  beforeEach(async () => {
    const telegram = await TelegramServer.start();
    bot = await startBot({
      telegram,
      service: { ...shoutingService, ask: async () => answerWith() },
      settings: { webhook },
      pace: { apologiseWithin: 200 },
    });
    await telegram.until(() => telegram.callsOf('setWebhook').length > 0, 'setWebhook');
    await expect.poll(() => bot.log.text()).toContain('上等 Telegram 推送消息');
    address = `http://127.0.0.1:${/在端口 (\d+) 上/.exec(bot.log.text())?.[1]}`;
  });
  afterEach(() => bot.stop());

  const post = (body: string, secret = SECRET, path = '/telegram') =>
    fetch(`${address}${path}`, {
      method: 'POST',
      body,
      headers: { 'x-telegram-bot-api-secret-token': secret },
    }).then((response) => response.status);

  test('a pushed question is answered, and once only when it is pushed again', async () => {
    const update = JSON.stringify({ update_id: 7, message: message('问') });
    expect([await post(update), await post(update)]).toEqual([200, 200]);
    expect(await post(JSON.stringify({ update_id: 8, message: message('/status') }))).toBe(200);
    await bot.telegram.until(() => bot.telegram.shown.length >= 2, 'answers');
    expect(bot.telegram.shown.map(({ text }) => text.slice(0, 5))).toEqual(['阳曲县今年', '按词检索：']);
  });

  test('the server is told the address and the secret, and the log does not hold the secret', () => {
    const [call] = bot.telegram.callsOf('setWebhook');
    expect(call?.payload).toMatchObject({ url: webhook.url, secret_token: SECRET });
    expect(bot.log.text()).not.toContain(SECRET);
  });

  test('whoever does not know the secret, the path or the form is turned away', async () => {
    const update = JSON.stringify({ update_id: 7, message: message('问') });
    expect(await post(update, 'another')).toBe(401);
    expect(await post(update, SECRET, '/')).toBe(404);
    expect(await post('{"update_id"')).toBe(400);
    expect(await post('null')).toBe(400);
    expect(await post('x'.repeat(1_000_001))).toBe(400);
    expect(bot.telegram.shown).toEqual([]);
  });

  const health = async () => {
    const response = await fetch(`${address}/health`);
    return { status: response.status, said: await response.text() };
  };

  test('the health path says to everybody that updates flow, and nothing else', async () => {
    expect(await post(JSON.stringify({ update_id: 7, message: message('问') }))).toBe(200);
    await bot.telegram.until(() => bot.telegram.shown.length > 0, 'an answer');
    const { status, said } = await health();
    expect({ status, ...JSON.parse(said) }).toEqual({
      status: 200,
      flowing: true,
      lastUpdate: expect.stringMatching(/^20.*Z$/),
      waiting: 0,
      undelivered: 0,
    });
    expect(said).not.toContain(SECRET);
  });

  test.each([
    ['Telegram cannot reach us', (telegram: TelegramServer) => (telegram.webhook.pending = 3), 3],
    ['another address is registered', (telegram: TelegramServer) => telegram.webhook.delete(), 0],
    ['Telegram cannot be asked', (telegram: TelegramServer) => (telegram.token = 'another'), null],
  ])('the health path says that updates do not flow where %s', async (_why, happen, undelivered) => {
    happen(bot.telegram);
    const { status, said } = await health();
    expect({ status, ...JSON.parse(said) }).toMatchObject({ status: 200, flowing: false, undelivered });
  });

  test('an update is kept before Telegram is told that it was taken', async () => {
    bot.telegram.fail('sendMessage', { kind: 'too-many-requests', retryAfter: 60 });
    const update = { update_id: 7, message: message('问') } as unknown as Update;
    expect(await bot.telegram.webhook.push(update, address)).toBe(200);
    expect(bot.store.inbox.unfinished(BOT.id).map(({ updateId }) => updateId)).toEqual([7]);
  });

  test('the port is free again after a stop', async () => {
    await bot.abort();
    await expect(fetch(`${address}/health`)).rejects.toThrow();
  });
});

test('a port that is taken ends the bot with a sentence that names it', async () => {
  const telegram = await TelegramServer.start();
  const port = Number(new URL(telegram.apiRoot).port);
  const bot = await startBot({ telegram, settings: { webhook: { ...webhook, port } } });
  await expect(bot.ended).rejects.toThrow(`端口 ${port} 用不了`);
  await bot.stop();
});
