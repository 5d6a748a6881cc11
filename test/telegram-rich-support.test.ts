import { afterEach, describe, expect, test } from 'vitest';
import { askIn, richServer } from './helpers/rich-server.js';
import { type RunningBot, recordingService, rowsOf, startBot } from './helpers/telegram-bot.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { READER, STRANGER, writePrivately } from './helpers/telegram-updates.js';

let bot: RunningBot;
afterEach(() => bot.stop());

const DAY = 86_400_000;
const SOURCE = '《太原日报》2023年2月10日第4版《阳曲县确定七件民生实事》 记者 李静';
const ask = (count: number) => askIn(bot, count);
const tries = () => bot.telegram.callsOf('sendRichMessage').length;

async function startOn(telegram: TelegramServer, options: Parameters<typeof startBot>[0] = {}) {
  bot = await startBot({ service: recordingService().service, telegram, ...options });
}

describe('where the server does not know rich messages', () => {
  test.each<[string, (telegram: TelegramServer) => void]>([
    ['not found', () => {}],
    ['a refusal of the format', (telegram) => telegram.fail('sendRichMessage', { kind: 'markup-refused' })],
    ['yes to anything', (telegram) => telegram.blindly.set('sendRichMessage', true)],
  ])(
    'and says %s, the answer comes at once in classic HTML, and nobody else tries for a day',
    async (_what, prepare) => {
      let now = new Date('2023-02-12T01:00:00Z');
      const telegram = await TelegramServer.start();
      prepare(telegram);
      await startOn(telegram, { now: () => now });
      const shown = await ask(1);
      expect(shown).toMatchObject({ text: expect.stringContaining(SOURCE), blocks: undefined });
      expect(rowsOf(telegram).flat()).not.toContain('文字版');
      await ask(2);
      expect([tries(), telegram.shown.length]).toEqual([1, 2]);
      await bot.abort();
      const again = await startBot({
        service: recordingService().service,
        telegram,
        store: bot.store,
        now: () => now,
      });
      await ask(3);
      expect(tries()).toBe(1);
      now = new Date(now.getTime() + DAY);
      telegram.unknown.delete('sendRichMessage');
      telegram.blindly.clear();
      expect((await ask(4))?.blocks).toBeDefined();
      await again.abort();
    },
  );

  test('and sends something else, that is taken away', async () => {
    const telegram = await TelegramServer.start();
    telegram.blindly.set('sendRichMessage', { message_id: 77, date: 1, chat: { id: READER.id } });
    await startOn(telegram);
    await ask(1);
    expect(telegram.callsOf('deleteMessage').map(({ payload }) => payload.message_id)).toEqual([77]);
    expect(telegram.shown).toHaveLength(1);
  });

  test('of many who ask at once one tries', async () => {
    const readers = Array.from({ length: 12 }, (_, index) => ({ ...READER, id: 600 + index }));
    const telegram = await TelegramServer.start();
    telegram.latency = 20;
    await startOn(telegram, { settings: { allowedUsers: readers.map(({ id }) => id) } });
    for (const reader of readers) writePrivately(telegram, reader, '民生实事');
    await telegram.until(() => telegram.shown.length === readers.length, 'all answers');
    expect(tries()).toBe(1);
  });
});

describe('what tells nothing of whether the server knows rich messages', () => {
  test.each([
    ['an outage', { kind: 'bad-gateway' }],
    ["a gateway's page", { kind: 'gateway-page' }],
  ] as const)('%s: the answer comes in classic HTML, and a later one tries again', async (_what, fault) => {
    let now = new Date('2023-02-12T01:00:00Z');
    await startOn(await richServer(), { now: () => now });
    bot.telegram.fail('sendRichMessage', fault);
    expect((await ask(1))?.blocks).toBeUndefined();
    expect((await ask(2))?.blocks).toBeUndefined();
    expect([tries(), bot.store.rich.load(bot.telegram.apiRoot)]).toEqual([1, null]);
    now = new Date(now.getTime() + 600_000);
    expect((await ask(3))?.blocks).toBeDefined();
  });

  test('a chat that is closed: nothing else is sent there, and the next one tries', async () => {
    await startOn(await richServer(), { settings: { allowedUsers: [READER.id, STRANGER.id] } });
    bot.store.rich.save(bot.telegram.apiRoot, true, new Date());
    bot.telegram.fail('sendRichMessage', { kind: 'blocked' });
    writePrivately(bot.telegram, READER, '民生实事');
    await bot.telegram.until(() => tries() === 1, 'a try');
    writePrivately(bot.telegram, STRANGER, '民生实事');
    await bot.textsIn(STRANGER.id);
    expect(bot.telegram.shownIn(READER.id)).toEqual([]);
    expect(bot.store.rich.load(bot.telegram.apiRoot)?.knows).toBe(true);
  });

  test('trouble of a server that knows them: 502 and 429 are waited out, and a lost reply doubles nothing', async () => {
    await startOn(await richServer());
    await ask(1);
    bot.telegram.fail(
      'sendRichMessage',
      { kind: 'bad-gateway' },
      { kind: 'too-many-requests', retryAfter: 0 },
    );
    expect((await ask(2))?.blocks).toBeDefined();
    bot.telegram.fail('sendRichMessage', { kind: 'drop-after-delivery' });
    await ask(4);
    expect(bot.telegram.shownIn(READER.id).slice(2)).toMatchObject([
      { blocks: expect.anything() },
      { text: expect.stringContaining('没有看到回答') },
    ]);
    expect((await ask(5))?.blocks).toBeDefined();
  });
});
