import type { InlineQuery } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TOKEN } from './helpers/telegram-protocol.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { GROUP_ID, press, READER, writePrivately } from './helpers/telegram-updates.js';

// The stand-in is held to what the real server is known to answer: the bot's tests mean what it says.
let telegram: TelegramServer;
beforeEach(async () => {
  telegram = await TelegramServer.start();
});
afterEach(() => telegram.stop());

type Reply = { ok: boolean; result?: unknown; error_code?: number; description?: string };

async function call(method: string, payload: object = {}, token = TOKEN): Promise<Reply> {
  const request = { method: 'POST', body: JSON.stringify(payload) };
  return (await fetch(`${telegram.apiRoot}/bot${token}/${method}`, request)).json() as Promise<Reply>;
}

const refusal = async (method: string, payload: object = {}) => {
  const { error_code, description } = await call(method, payload);
  return `${error_code} ${description}`;
};
const send = (more: object = {}) => ({ chat_id: READER.id, text: '好', ...more });
const button = (callback_data: string) => ({
  reply_markup: { inline_keyboard: [[{ text: '全文', callback_data }]] },
});

describe('updates', () => {
  test('come until an offset confirms them, and a waiting poll ends with the next update', async () => {
    writePrivately(telegram, READER, '一');
    writePrivately(telegram, READER, '二');
    const ids = async (payload: object) =>
      ((await call('getUpdates', payload)).result as { update_id: number }[]).map(
        ({ update_id }) => update_id,
      );
    expect(await ids({ limit: 1 })).toEqual([1000]);
    expect(await ids({})).toEqual([1000, 1001]);
    expect(await ids({ offset: 1001 })).toEqual([1001]);
    const waiting = ids({ offset: 1002, timeout: 5 });
    writePrivately(telegram, READER, '三');
    expect(await waiting).toEqual([1002]);
  });

  test('go to one poller, and to none while a webhook is set', async () => {
    const first = call('getUpdates', { timeout: 5 });
    await telegram.until(() => telegram.callsOf('getUpdates').length > 0, 'the first poller');
    await call('getUpdates');
    expect((await first).description).toMatch(/^Conflict: terminated by other getUpdates request/);
    await call('setWebhook', { url: 'https://bot.example/hook' });
    expect(await refusal('getUpdates')).toMatch(/^409 Conflict: can't use getUpdates method while webhook/);
    await call('deleteWebhook');
    expect((await call('getUpdates')).ok).toBe(true);
  });

  test('go to no address without TLS, and with no secret of other signs', async () => {
    expect(await refusal('setWebhook', { url: 'http://bot.example' })).toMatch(/^400 .*HTTPS URL/);
    const wrong = { url: 'https://bot.example', secret_token: '密语' };
    expect(await refusal('setWebhook', wrong)).toMatch(/^400 .*unallowed characters/);
  });

  test('are for who knows the token', async () => {
    expect(await call('getMe', {}, '1:wrong')).toMatchObject({
      error_code: 401,
      description: 'Unauthorized',
    });
  });
});

describe('messages', () => {
  test.each([
    ['text of 4,097 units', 'sendMessage', send({ text: '字'.repeat(4_097) }), /message is too long/],
    ['no text', 'sendMessage', send({ text: ' ' }), /message text is empty/],
    [
      'a tag that is not closed',
      'sendMessage',
      send({ text: '好<b>', parse_mode: 'HTML' }),
      /can't parse entities: Can't find end tag corresponding to start tag "b"/,
    ],
    [
      'a tag that Telegram does not know',
      'sendMessage',
      send({ text: '好<p>', parse_mode: 'HTML' }),
      /Unsupported start tag "p" at byte offset 3/,
    ],
    ['65 bytes behind a button', 'sendMessage', send(button('x'.repeat(65))), /BUTTON_DATA_INVALID/],
    ['an edit of nothing', 'editMessageText', send({ message_id: 9 }), /message to edit not found/],
    ['a deletion of nothing', 'deleteMessage', { chat_id: READER.id, message_id: 9 }, /to delete not found/],
  ])('%s is refused', async (_what, method, payload, reason) => {
    expect(await refusal(method, payload)).toMatch(reason);
    expect(telegram.shown).toEqual([]);
  });

  test('are edited where anything changes, and an edit without buttons takes them away', async () => {
    const { message_id } = (await call('sendMessage', send(button('a')))).result as { message_id: number };
    const edit = (more: object) => call('editMessageText', send({ message_id, ...more }));
    expect((await edit(button('a'))).description).toMatch(/message is not modified/);
    expect((await edit(button('b'))).ok).toBe(true);
    expect((await edit({ text: '更好' })).ok).toBe(true);
    expect(telegram.shown).toMatchObject([{ text: '更好', keyboard: undefined }]);
  });

  test('are drafted in private, where the server knows drafts', async () => {
    const draft = send({ draft_id: 1 });
    telegram.unknown.add('sendMessageDraft');
    expect(await refusal('sendMessageDraft', draft)).toBe('404 Not Found');
    telegram.unknown.clear();
    expect((await call('sendMessageDraft', draft)).ok).toBe(true);
    expect(await refusal('sendMessageDraft', { ...draft, chat_id: GROUP_ID })).toMatch(/PEER_INVALID/);
    expect(telegram.shown).toEqual([]);
  });
});

const articleResult = (id: string) => ({
  type: 'article',
  id,
  title: '一篇',
  input_message_content: { message_text: '正文' },
});

describe('queries', () => {
  const results = (count: number) => Array.from({ length: count }, (_, index) => articleResult(`${index}`));

  test('of inline mode are answered once, with at most 50 results of different ids', async () => {
    telegram.push({ inline_query: { id: 'q', from: READER, query: '县', offset: '' } as InlineQuery });
    const answer = (given: object[], id = 'q') => ({ inline_query_id: id, results: given });
    expect(await refusal('answerInlineQuery', answer(results(51)))).toMatch(/RESULTS_TOO_MUCH/);
    expect(await refusal('answerInlineQuery', answer([{ id: 'a' }, { id: 'a' }]))).toMatch(/DUPLICATE/);
    expect(await refusal('answerInlineQuery', answer([{ id: 'x'.repeat(65) }]))).toMatch(/RESULT_ID_INVALID/);
    expect((await call('answerInlineQuery', answer(results(50)))).ok).toBe(true);
    expect(await refusal('answerInlineQuery', answer(results(1)))).toMatch(/query is too old/);
  });

  test('of buttons are answered while they are young', async () => {
    press(telegram, READER, READER.id, 'x');
    const answer = { callback_query_id: 'press-1' };
    expect(await refusal('answerCallbackQuery', { ...answer, text: '字'.repeat(201) })).toMatch(/TOO_LONG/);
    expect((await call('answerCallbackQuery', answer)).ok).toBe(true);
    telegram.queries.expire();
    expect(await refusal('answerCallbackQuery', answer)).toMatch(/query is too old/);
  });
});

test('files are found by their id and downloaded with the token', async () => {
  const { file_id } = telegram.files.add('a.txt', '本报讯');
  const { file_path } = (await call('getFile', { file_id })).result as { file_path: string };
  const download = (token: string) => fetch(`${telegram.apiRoot}/file/bot${token}/${file_path}`);
  expect(await (await download(TOKEN)).text()).toBe('本报讯');
  expect((await download('1:wrong')).status).toBe(404);
  expect(await refusal('getFile', { file_id: 'made-up' })).toMatch(/^400 /);
});
