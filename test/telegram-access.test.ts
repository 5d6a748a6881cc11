import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BotStore, openBotStore } from '../src/store/bot/open-bot-store.js';
import { approveCode } from '../src/telegram/approve-code.js';
import { checkTelegram } from '../src/telegram/check-telegram.js';
import { ARTICLE, answerWith, type RunningBot, shoutingService, startBot } from './helpers/telegram-bot.js';
import { TOKEN } from './helpers/telegram-protocol.js';
import { TelegramServer } from './helpers/telegram-server.js';
import {
  ADMIN,
  GROUP_ID,
  press,
  READER,
  STRANGER,
  writeInGroup,
  writePrivately,
} from './helpers/telegram-updates.js';

const service = { ...shoutingService, ask: async () => answerWith() };
const pairing = { access: 'pairing' as const, allowedUsers: [] };

describe('a stranger', () => {
  let bot: RunningBot;
  afterEach(() => bot.stop());

  const codeIn = (text: string | undefined) => /[A-Z0-9]{8}/.exec(text ?? '')?.[0] ?? '';

  test('is given a code, approved by an admin, told so, and then answered', async () => {
    bot = await startBot({ service, settings: pairing });
    writePrivately(bot.telegram, STRANGER, '阳曲县今年民生实事有哪些');
    const code = codeIn((await bot.textsIn(STRANGER.id, 1))[0]);
    writePrivately(bot.telegram, ADMIN, `/approve ${code.toLowerCase()}`);
    expect((await bot.textsIn(ADMIN.id, 2))[1]).toBe('已批准 陌生人（编号 502）使用。');
    writePrivately(bot.telegram, STRANGER, '阳曲县今年民生实事有哪些');
    const texts = await bot.textsIn(STRANGER.id, 3);
    expect(texts[1]).toContain('管理员已经批准');
    expect(texts[2]).toContain('七件民生实事');
  });

  test('who was approved on the console is told with the next message, once', async () => {
    bot = await startBot({ service, settings: pairing });
    writePrivately(bot.telegram, STRANGER, '问');
    const code = codeIn((await bot.textsIn(STRANGER.id, 1))[0]);
    const now = new Date('2023-02-12T01:30:00Z');
    expect(approveCode(bot.store.access, code, 'console', now).person).toEqual({
      userId: 502,
      name: '陌生人',
    });
    writePrivately(bot.telegram, STRANGER, '问');
    writePrivately(bot.telegram, STRANGER, '再问');
    const texts = await bot.textsIn(STRANGER.id, 4);
    expect(texts.map((text) => text.includes('已经批准'))).toEqual([false, true, false, false]);
  });

  test('gets the same code for every further message', async () => {
    bot = await startBot({ settings: pairing });
    for (const text of ['/start', '问', '/sources']) writePrivately(bot.telegram, STRANGER, text);
    expect(new Set((await bot.textsIn(STRANGER.id, 3)).map(codeIn)).size).toBe(1);
  });

  test.each([
    ['pairing', pairing],
    ['allowlist', { access: 'allowlist' as const }],
  ])('gets no word of the archive anywhere under %s', async (_access, settings) => {
    bot = await startBot({ settings });
    const commands = [
      '/start',
      '/help',
      '/sources',
      '/status',
      `/article ${ARTICLE.articleId}`,
      '/search 县',
      '县',
    ];
    for (const text of commands) writePrivately(bot.telegram, STRANGER, text);
    writePrivately(bot.telegram, STRANGER, null, { sticker: {} as never });
    writeInGroup(bot.telegram, STRANGER, '/ask 阳曲县');
    const action = JSON.stringify({ kind: 'article', articleId: ARTICLE.articleId, firstMessage: 0 });
    const [token = ''] = bot.store.presses.keep(GROUP_ID, [action], new Date());
    press(bot.telegram, STRANGER, GROUP_ID, token);
    await bot.textsIn(STRANGER.id, commands.length + 1);
    expect(await bot.textsIn(GROUP_ID, 1)).toEqual(['我只回答获准的人。请先私下给我发一条消息。']);
    await bot.telegram.until(
      () => bot.telegram.callsOf('answerCallbackQuery').length > 0,
      'a button answered',
    );
    const said = JSON.stringify(bot.telegram.calls.map(({ payload }) => payload));
    expect(said).not.toMatch(/太原日报|民生实事有|幼儿园|按词检索/);
  });

  test('under allowlist learns the number to tell the admin', async () => {
    bot = await startBot();
    writePrivately(bot.telegram, STRANGER, '问');
    expect((await bot.textsIn(STRANGER.id, 1))[0]).toContain('502');
  });

  test('is answered where the bot is open to all', async () => {
    bot = await startBot({ service, settings: { access: 'open' } });
    writePrivately(bot.telegram, STRANGER, '问');
    expect((await bot.textsIn(STRANGER.id, 1))[0]).toContain('七件民生实事');
  });

  test('cannot let himself in with his own code', async () => {
    bot = await startBot({ settings: pairing });
    writePrivately(bot.telegram, STRANGER, '问');
    const code = codeIn((await bot.textsIn(STRANGER.id, 1))[0]);
    writePrivately(bot.telegram, STRANGER, `/approve ${code}`);
    await bot.textsIn(STRANGER.id, 2);
    expect(bot.store.access.isApproved(STRANGER.id)).toBe(false);
  });

  test('in a group is not given a code that others could read', async () => {
    bot = await startBot({ settings: pairing });
    writeInGroup(bot.telegram, STRANGER, '@baowen_bot 阳曲县');
    expect(codeIn((await bot.textsIn(GROUP_ID, 1))[0])).toBe('');
  });

  test('is let in by nobody through an anonymous sender', async () => {
    bot = await startBot({ settings: pairing });
    const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group' };
    const sender_chat = { id: GROUP_ID, type: 'supergroup' as const, title: '读报群' };
    writeInGroup(bot.telegram, anonymous, '/approve ABCD2345', { sender_chat } as object);
    expect(await bot.textsIn(GROUP_ID, 1)).toEqual(['我认不出匿名身份，请用自己的身份提问。']);
  });
});

describe('the access list', () => {
  let folder: string;
  let store: BotStore;
  const noon = new Date('2023-02-12T12:00:00Z');
  const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
  const person = { userId: STRANGER.id, name: '陌生人' };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baowen-access-'));
    store = openBotStore(folder);
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const requestCode = (userId = person.userId, now = noon) => {
    const request = store.access.requestCode({ ...person, userId }, now);
    return 'code' in request ? request.code : request.refused;
  };

  test('gives codes of eight characters that cannot be taken for one another', () => {
    const codes = Array.from({ length: 50 }, (_, index) => requestCode(index));
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(new Set(codes).size).toBe(50);
  });

  test('takes a code once', () => {
    const code = requestCode();
    expect(store.access.approveCode(code, 'console', noon)).toEqual({ person });
    expect(store.access.approveCode(code, 'console', noon)).toEqual({ refused: 'unknown-code' });
  });

  test('takes a code written with hyphens, spaces and small letters', () => {
    const code = requestCode().toLowerCase();
    expect(store.access.approveCode(` ${code.slice(0, 4)}-${code.slice(4)} `, 'console', noon)).toEqual({
      person,
    });
  });

  test('forgets a code after an hour, and then gives another', () => {
    const code = requestCode();
    expect(store.access.approveCode(code, 'console', later(60))).toEqual({ refused: 'unknown-code' });
    expect(requestCode(person.userId, later(61))).not.toBe(code);
  });

  test('takes no more than ten wrong codes an hour from one approver', () => {
    const code = requestCode(person.userId, later(30));
    for (let guess = 0; guess < 10; guess++) store.access.approveCode(`WRONG${guess}`, '900', noon);
    expect(store.access.approveCode(code, '900', later(59))).toEqual({ refused: 'too-many-guesses' });
    expect(store.access.approveCode(code, '900', later(61))).toEqual({ person });
  });

  test('keeps no more than a hundred codes waiting', () => {
    for (let userId = 1; userId <= 100; userId++) requestCode(userId);
    expect(requestCode(101)).toBe('too-many-pending');
    expect(requestCode(100)).toMatch(/^[0-9A-Z]{8}$/);
    expect(requestCode(101, later(61))).toMatch(/^[0-9A-Z]{8}$/);
  });

  test('outlives a restart, and another process sees it at once', () => {
    const code = requestCode();
    const console_ = openBotStore(folder);
    expect(console_.access.approveCode(code, 'console', noon)).toEqual({ person });
    console_.close();
    expect(store.access.isApproved(person.userId)).toBe(true);
    store.close();
    store = openBotStore(folder);
    expect(store.access.isApproved(person.userId)).toBe(true);
  });

  test('writes no code to the disk', () => {
    const code = requestCode();
    store.close();
    expect(readFileSync(join(folder, 'bot.sqlite')).includes(code)).toBe(false);
    store = openBotStore(folder);
  });
});

describe('the check of the token for doctor', () => {
  const settings = (apiRoot: string, token = TOKEN) => ({
    token,
    apiRoot,
    access: 'pairing' as const,
    allowedUsers: [],
    admins: [],
    questionsPerHour: 20,
    richMessages: 'auto' as const,
    webhook: null,
  });

  test('names the bot that the token belongs to, a wrong token and a server out of reach', async () => {
    const telegram = await TelegramServer.start();
    const checks = [
      await checkTelegram(settings(telegram.apiRoot), { fetch }),
      await checkTelegram(settings(telegram.apiRoot, '1:wrong'), { fetch }),
    ];
    const { apiRoot } = telegram;
    await telegram.stop();
    checks.push(await checkTelegram(settings(apiRoot), { fetch }));
    checks.push(await checkTelegram(null, { fetch }));
    expect(checks.map(({ state, message }) => [state, message])).toEqual([
      ['ok', '令牌有效，机器人是 @baowen_bot'],
      ['broken', 'Telegram 不认这个令牌'],
      ['broken', '连不上 Telegram 服务器'],
      ['off', '未设置 TELEGRAM_BOT_TOKEN，机器人不运行'],
    ]);
    expect(JSON.stringify(checks)).not.toContain(TOKEN);
  });
});

test('an admin is allowed without standing in the list', async () => {
  const bot = await startBot({ service, settings: { admins: [ADMIN.id], allowedUsers: [] } });
  writePrivately(bot.telegram, ADMIN, '问');
  writePrivately(bot.telegram, READER, '问');
  await bot.telegram.until(() => bot.telegram.shown.length >= 2, 'two messages');
  expect(bot.telegram.shownIn(ADMIN.id)[0]?.text).toContain('七件民生实事');
  expect(bot.telegram.shownIn(READER.id)[0]?.text).not.toContain('七件民生实事');
  await bot.stop();
});
