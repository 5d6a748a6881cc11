import { afterEach, describe, expect, test } from 'vitest';
import type { SendLimits } from '../src/telegram/limits/pacing.js';
import { ARTICLE, answerWith, type RunningBot, shoutingService, startBot } from './helpers/telegram-bot.js';
import { measureSends } from './helpers/telegram-load/send-rate.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { ADMIN, GROUP_ID, press, READER, writeInGroup, writePrivately } from './helpers/telegram-updates.js';

const WAIT_FOR_OTHERS = '请等我答完前面的问题。这一条没有排上，请稍后再问。';
const person = (id: number) => ({ id, is_bot: false, first_name: `读者${id}` });
const everybody = { access: 'open' as const };
const service = { ...shoutingService, ask: async () => answerWith() };

let bot: RunningBot;
afterEach(() => bot.stop());

/** A service that keeps READER waiting until the end of the test; others are answered. */
const hanging = {
  ...shoutingService,
  ask: ({ question }: { question: string }) =>
    question.startsWith('慢') ? new Promise<never>(() => {}) : Promise.resolve(answerWith()),
};

const UNLIMITED: SendLimits = {
  overall: { count: 1_000, within: 1 },
  changes: { count: 1_000, within: 1 },
  privateChat: { count: 1_000, within: 1 },
  group: { count: 1_000, within: 1 },
  waiting: 1_000,
};

describe('sends keep to the limits', () => {
  const whoAsk = (count: number) => Array.from({ length: count }, (_, index) => person(600 + index));

  test('of a private chat', async () => {
    const sends = { ...UNLIMITED, privateChat: { count: 2, within: 150 } };
    bot = await startBot({ service, pace: { sends } });
    for (const text of ['一', '二', '三', '四', '五']) writePrivately(bot.telegram, READER, text);
    await bot.textsIn(READER.id, 5);
    expect(measureSends(bot.telegram.calls, { overall: 1, chat: 150 }).chat).toBeLessThanOrEqual(2);
  });

  test('of a group, which are others', async () => {
    const sends = { ...UNLIMITED, group: { count: 3, within: 150 } };
    bot = await startBot({ service, pace: { sends } });
    for (const text of ['一', '二', '三', '四', '五']) writeInGroup(bot.telegram, READER, `/ask ${text}`);
    await bot.textsIn(GROUP_ID, 5);
    expect(measureSends(bot.telegram.calls, { overall: 1, chat: 150 }).chat).toBeLessThanOrEqual(3);
  });

  test('of the whole bot, also where each attempt after a refusal counts', async () => {
    const sends = { ...UNLIMITED, overall: { count: 4, within: 100 } };
    bot = await startBot({ service, settings: everybody, pace: { sends } });
    bot.telegram.fail('sendMessage', { kind: 'bad-gateway' }, { kind: 'bad-gateway' });
    for (const one of whoAsk(10)) writePrivately(bot.telegram, one, '问');
    await bot.telegram.until(() => bot.telegram.shown.length === 10, 'ten answers');
    expect(measureSends(bot.telegram.calls, { overall: 100, chat: 1 }).overall).toBeLessThanOrEqual(4);
  });

  test('a chat that is refused for now waits alone', async () => {
    bot = await startBot({ service, settings: everybody });
    bot.telegram.fail('sendMessage', { kind: 'too-many-requests', retryAfter: 0.4 });
    writePrivately(bot.telegram, READER, '问');
    await bot.telegram.until(() => bot.telegram.callsOf('sendMessage').length > 0, 'the refusal');
    for (const one of whoAsk(3)) writePrivately(bot.telegram, one, '问');
    await bot.telegram.until(() => bot.telegram.shown.length === 4, 'four answers');
    expect(bot.telegram.shown.at(-1)?.chatId).toBe(READER.id);
    const [refused, ...others] = bot.telegram.callsOf('sendMessage').map(({ at }) => at);
    expect((others.at(-1) ?? 0) - (refused ?? 0)).toBeGreaterThanOrEqual(395);
  });

  test('where chat after chat is refused, all of them wait', async () => {
    bot = await startBot({ service, settings: everybody });
    bot.telegram.fail('sendMessage', ...Array(5).fill({ kind: 'too-many-requests', retryAfter: 0.4 }));
    for (const one of whoAsk(5)) writePrivately(bot.telegram, one, '问');
    await bot.telegram.until(() => bot.telegram.callsOf('sendMessage').length === 5, 'five refusals');
    const refused = performance.now();
    writePrivately(bot.telegram, READER, '问');
    await bot.textsIn(READER.id);
    expect((bot.telegram.shownIn(READER.id)[0]?.at ?? 0) - refused).toBeGreaterThanOrEqual(300);
  });

  test('an outage of the server is waited out, however many attempts it takes', async () => {
    bot = await startBot({ service });
    bot.telegram.fail('sendMessage', ...Array(9).fill({ kind: 'bad-gateway' }));
    writePrivately(bot.telegram, READER, '问');
    expect((await bot.textsIn(READER.id))[0]).toContain('七件民生实事');
  });
});

describe('who asks too much at once', () => {
  test('is told so once, and nobody else waits for it', async () => {
    bot = await startBot({ service: hanging, settings: { allowedUsers: [READER.id, ADMIN.id] } });
    for (let index = 1; index <= 60; index++) writePrivately(bot.telegram, READER, `慢${index}`);
    writePrivately(bot.telegram, ADMIN, '问');
    expect((await bot.textsIn(ADMIN.id))[0]).toContain('七件民生实事');
    expect(await bot.textsIn(READER.id)).toEqual([WAIT_FOR_OTHERS]);
  });

  test('by pressing buttons is told so in each press, which would keep turning otherwise', async () => {
    bot = await startBot({ service: hanging });
    const action = JSON.stringify({ kind: 'article', articleId: ARTICLE.articleId, firstMessage: 0 });
    const [button = ''] = bot.store.presses.keep(READER.id, [action], new Date());
    writePrivately(bot.telegram, READER, '慢');
    for (let index = 0; index < 10; index++) press(bot.telegram, READER, READER.id, button);
    await bot.telegram.until(() => bot.telegram.callsOf('answerCallbackQuery').length === 10, 'ten answers');
    const texts = bot.telegram.callsOf('answerCallbackQuery').map(({ payload }) => payload.text);
    expect(texts.filter((text) => text === WAIT_FOR_OTHERS)).toHaveLength(2);
  });

  test('talk among people of a group waits for nothing and counts for nothing', async () => {
    bot = await startBot({ service: hanging });
    writeInGroup(bot.telegram, READER, '/ask 慢');
    for (let index = 0; index < 300; index++) writeInGroup(bot.telegram, READER, '大家好');
    writePrivately(bot.telegram, READER, '问');
    expect((await bot.textsIn(READER.id))[0]).toContain('七件民生实事');
    expect(bot.telegram.shownIn(GROUP_ID)).toEqual([]);
  });
});

describe('where everybody may ask', () => {
  const limited = { access: 'open' as const, questionsPerHour: 2, allowedUsers: [READER.id] };

  test('each asks so many times an hour, is told once, and may go on when the hour is over', async () => {
    let now = new Date('2023-02-12T01:00:00Z');
    bot = await startBot({ service, settings: limited, now: () => now });
    for (let index = 0; index < 5; index++) writePrivately(bot.telegram, person(700), '问');
    writePrivately(bot.telegram, person(701), '问');
    await bot.textsIn(701, 1);
    const texts = await bot.textsIn(700, 3);
    expect(texts.filter((text) => text.includes('七件民生实事'))).toHaveLength(2);
    expect(texts).toContain('每人每小时最多问 2 次，请过 60 分钟再问。');
    now = new Date('2023-02-12T02:00:01Z');
    writePrivately(bot.telegram, person(700), '问');
    expect((await bot.textsIn(700, 4)).at(-1)).toContain('七件民生实事');
  });

  test('whom the settings name asks as often as he likes', async () => {
    bot = await startBot({ service, settings: limited });
    for (let index = 0; index < 5; index++) writePrivately(bot.telegram, READER, '问');
    expect((await bot.textsIn(READER.id, 5)).every((text) => text.includes('七件民生实事'))).toBe(true);
  });
});

test('sends that nobody could wait for any more fail instead of filling the memory', async () => {
  const telegram = await TelegramServer.start();
  const sends = { ...UNLIMITED, overall: { count: 1, within: 300 }, waiting: 2 };
  bot = await startBot({ service, telegram, settings: everybody, pace: { sends } });
  for (let id = 800; id < 806; id++) writePrivately(telegram, person(id), '问');
  await expect.poll(() => bot.log.text()).toContain('等着发出的消息太多');
});
