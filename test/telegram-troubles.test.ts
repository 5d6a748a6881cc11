import { afterEach, describe, expect, test } from 'vitest';
import type { BotDependencies } from '../src/telegram/dependencies.js';
import {
  answerWith,
  type RunningBot,
  recordingService,
  shoutingService,
  startBot,
} from './helpers/telegram-bot.js';
import { TOKEN } from './helpers/telegram-protocol.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { READER, writePrivately } from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

describe('when things go wrong', () => {
  test('a failure is apologised for in one sentence, and the next question is answered', async () => {
    let failing = true;
    const ask: BotDependencies['service']['ask'] = async () => {
      if (!failing) return answerWith();
      failing = false;
      throw new Error('the index is damaged');
    };
    bot = await startBot({ service: { ...shoutingService, ask } });
    writePrivately(bot.telegram, READER, '一');
    writePrivately(bot.telegram, READER, '二');
    const texts = await bot.textsIn(READER.id, 2);
    expect(texts[0]).toBe('抱歉，出了点问题，这次没能回答。请稍后再问一次。');
    expect(texts[1]).toContain('七件民生实事');
    expect(bot.log.text()).toContain('the index is damaged');
  });

  test('updates of kinds and shapes that the bot does not know are survived', async () => {
    const { service } = recordingService();
    bot = await startBot({ service });
    const chat = { id: -5, type: 'channel', title: '频道' };
    for (const kind of ['edited_message', 'channel_post', 'my_chat_member', 'poll', 'unheard_of']) {
      bot.telegram.push({ [kind]: { message_id: 1, date: 1, chat, text: '/ask 阳曲县' } } as never);
    }
    bot.telegram.push({ message: { message_id: 1, date: 1, chat } } as never);
    const odd = [
      { message: {} },
      { message: { chat: { type: 'private' }, text: 5 } },
      { callback_query: {} },
    ];
    for (const update of odd) bot.telegram.push(update as never);
    writePrivately(bot.telegram, READER, '问');
    await bot.textsIn(READER.id);
    expect(bot.telegram.shown).toHaveLength(1);
  });

  test('an answer that takes too long is given up with a sentence', async () => {
    const ask = () => new Promise<never>(() => {});
    bot = await startBot({ service: { ...shoutingService, ask }, pace: { answerWithin: 20 } });
    writePrivately(bot.telegram, READER, '问');
    expect((await bot.textsIn(READER.id))[0]).toContain('花的时间太长');
  });

  test('mark-up that the server refuses is sent as plain text', async () => {
    const { service } = recordingService();
    bot = await startBot({ service });
    bot.telegram.fail('sendMessage', { kind: 'markup-refused' });
    writePrivately(bot.telegram, READER, '问');
    await bot.textsIn(READER.id);
    expect(bot.telegram.callsOf('sendMessage')[1]?.payload).not.toHaveProperty('parse_mode');
  });

  test('a person who blocked the bot is not written to again', async () => {
    const { service } = recordingService();
    bot = await startBot({ service });
    bot.telegram.fail('sendMessage', { kind: 'blocked' });
    writePrivately(bot.telegram, READER, '一');
    writePrivately(bot.telegram, READER, '二');
    await bot.textsIn(READER.id);
    expect(bot.telegram.callsOf('sendMessage')).toHaveLength(2);
  });

  test('a send that the server puts off is sent once it may be', async () => {
    const { service } = recordingService();
    bot = await startBot({ service });
    bot.telegram.fail(
      'sendMessage',
      { kind: 'too-many-requests', retryAfter: 0.05 },
      { kind: 'bad-gateway' },
    );
    writePrivately(bot.telegram, READER, '问');
    expect(await bot.textsIn(READER.id)).toHaveLength(1);
    expect(bot.telegram.callsOf('sendMessage')).toHaveLength(3);
  });

  test.each([
    ['a 429 that does not say how long', { kind: 'too-many-requests', retryAfter: null }],
    ['a page of a gateway in place of an answer', { kind: 'gateway-page' }],
  ] as const)('%s is waited out', async (_what, fault) => {
    const { service } = recordingService();
    const telegram = await TelegramServer.start();
    for (const method of ['getMe', 'getUpdates', 'sendMessage']) telegram.fail(method, fault, fault);
    bot = await startBot({ service, telegram });
    writePrivately(telegram, READER, '问');
    expect((await bot.textsIn(READER.id))[0]).toContain('七件民生实事');
    expect(telegram.callsOf('sendMessage')).toHaveLength(3);
    expect(telegram.shown).toHaveLength(1);
  });

  test('a send whose connection broke after it arrived is not sent twice', async () => {
    const { service } = recordingService();
    bot = await startBot({ service });
    bot.telegram.fail('sendMessage', { kind: 'drop-after-delivery' });
    writePrivately(bot.telegram, READER, '一');
    writePrivately(bot.telegram, READER, '二');
    const texts = await bot.textsIn(READER.id, 3);
    expect(texts[1]).toBe('刚才连接断了一下。如果没有看到回答，请再问一次。');
    expect(texts.filter((text) => text.includes('七件民生实事'))).toHaveLength(2);
  });

  test('a lost connection while waiting for messages is waited out', async () => {
    const { service } = recordingService();
    const telegram = await TelegramServer.start();
    telegram.fail('getMe', { kind: 'drop-before-delivery' }, { kind: 'bad-gateway' });
    telegram.fail('getUpdates', { kind: 'drop-before-delivery' }, { kind: 'bad-gateway' });
    bot = await startBot({ service, telegram });
    writePrivately(telegram, READER, '问');
    expect(await bot.textsIn(READER.id)).toHaveLength(1);
    expect(bot.log.text()).toContain('连不上 Telegram 服务器');
    expect(bot.log.text()).toContain('又能从 Telegram 接收消息了');
  });

  test('an answer that is ready while the server is out of reach is sent when it is back', async () => {
    let finish = () => {};
    const ask = () =>
      new Promise<ReturnType<typeof answerWith>>((done) => (finish = () => done(answerWith())));
    bot = await startBot({ service: { ...shoutingService, ask } });
    writePrivately(bot.telegram, READER, '问');
    await bot.telegram.until(() => bot.telegram.callsOf('sendChatAction').length > 0, 'work');
    await bot.telegram.whileGone(async () => {
      finish();
      await expect.poll(() => bot.log.text()).toContain('连不上 Telegram 服务器');
    });
    const texts = await bot.textsIn(READER.id);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('七件民生实事');
  });

  test('another program that polls with the same token is waited out, and the log says so', async () => {
    const { service } = recordingService();
    bot = await startBot({ service });
    await bot.telegram.until(() => bot.telegram.callsOf('getUpdates').length > 0, 'polling');
    await fetch(`${bot.telegram.apiRoot}/bot${TOKEN}/getUpdates?timeout=0`);
    await bot.telegram.until(() => bot.telegram.callsOf('getUpdates').length > 2, 'polling again');
    writePrivately(bot.telegram, READER, '问');
    expect(await bot.textsIn(READER.id)).toHaveLength(1);
    expect(bot.log.text()).toContain('另一个程序正用同一个令牌接收消息');
  });

  test('a webhook left behind is taken away', async () => {
    const { service } = recordingService();
    const telegram = await TelegramServer.start();
    telegram.webhook.url = 'https://left.behind';
    bot = await startBot({ service, telegram });
    writePrivately(telegram, READER, '问');
    expect(await bot.textsIn(READER.id)).toHaveLength(1);
  });

  test('a refused token ends the bot with one sentence', async () => {
    bot = await startBot({ settings: { token: '123:wrong' } });
    await expect(bot.ended).rejects.toThrow(/不认这个令牌（TELEGRAM_BOT_TOKEN）/);
  });

  test('a token that is revoked while the bot runs ends it with the same sentence', async () => {
    bot = await startBot();
    await bot.telegram.until(() => bot.telegram.callsOf('getUpdates').length > 0, 'polling');
    bot.telegram.token = 'another';
    bot.telegram.endPolls();
    await expect(bot.ended).rejects.toThrow(/不认这个令牌（TELEGRAM_BOT_TOKEN）/);
  });

  test('the token is in no log, whatever fails', async () => {
    const ask = async () => {
      throw new Error(`request to http://localhost/bot${TOKEN}/x failed`, {
        cause: { url: `/bot${TOKEN}/` },
      });
    };
    const telegram = await TelegramServer.start();
    telegram.fail('getMe', { kind: 'drop-before-delivery' });
    telegram.fail('setMyCommands', ...Array(5).fill({ kind: 'drop-before-delivery' }));
    telegram.fail('getUpdates', { kind: 'drop-before-delivery' });
    telegram.fail('sendMessage', { kind: 'drop-before-delivery' });
    bot = await startBot({ telegram, service: { ...shoutingService, ask } });
    writePrivately(telegram, READER, '问');
    writePrivately(telegram, READER, '/help');
    await bot.textsIn(READER.id);
    expect(bot.log.text()).toContain('<token>');
    expect(bot.log.text()).not.toContain(TOKEN);
  });
});

test('no log but that for debugging holds what people write, whatever fails', async () => {
  const ask = async () => Promise.reject(new Error('the index is damaged'));
  bot = await startBot({ service: { ...shoutingService, ask } });
  bot.telegram.fail('sendMessage', { kind: 'markup-refused' }, { kind: 'blocked' }, { kind: 'blocked' });
  writePrivately(bot.telegram, READER, '秘密的问题');
  writePrivately(bot.telegram, READER, '/search 秘密的词');
  writePrivately(bot.telegram, READER, '/help');
  await bot.textsIn(READER.id);
  const lines = bot.log
    .text()
    .split('\n')
    .filter((line) => !line.startsWith('debug '));
  expect(lines.join('\n')).toContain('the index is damaged');
  expect(lines.join('\n')).not.toMatch(/秘密|reader_wang|王/);
});

describe('when it is stopped', () => {
  test('a running question is finished, and the update does not come again', async () => {
    let finish = () => {};
    const ask = () =>
      new Promise<ReturnType<typeof answerWith>>((done) => (finish = () => done(answerWith())));
    bot = await startBot({ service: { ...shoutingService, ask } });
    writePrivately(bot.telegram, READER, '问');
    await bot.telegram.until(() => bot.telegram.callsOf('sendChatAction').length > 0, 'work');
    const stopped = bot.abort();
    finish();
    await stopped;
    expect(bot.telegram.shownIn(READER.id)).toHaveLength(1);
    expect(bot.telegram.unconfirmed).toBe(0);
  });

  test('a question that takes too long gets an apology, and so do those behind it', async () => {
    const ask = () => new Promise<never>(() => {});
    bot = await startBot({ service: { ...shoutingService, ask } });
    writePrivately(bot.telegram, READER, '一');
    writePrivately(bot.telegram, READER, '二');
    await bot.telegram.until(() => bot.telegram.callsOf('sendChatAction').length > 0, 'work');
    await bot.abort();
    expect(bot.telegram.shownIn(READER.id).map(({ text }) => text)).toEqual(
      Array(2).fill('抱歉，我正要重新启动，这个问题没来得及答完，请过一会儿再问一次。'),
    );
  });

  test('it stops while the server is out of reach', async () => {
    bot = await startBot({ settings: { apiRoot: 'http://127.0.0.1:9' } });
    await bot.abort();
    await expect(bot.ended).resolves.toBeUndefined();
  });
});
