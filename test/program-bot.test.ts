import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { User } from 'grammy/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { raceWithSignal } from '../src/system/race-with-signal.js';
import {
  openProgram,
  type Program,
  parseLines,
  type RunningProgram,
  SAMPLE_PAGES,
} from './helpers/program.js';
import type { Shown } from './helpers/telegram-messages.js';
import { TOKEN } from './helpers/telegram-protocol.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { READER, STRANGER, writePrivately } from './helpers/telegram-updates.js';

const QUESTION = '石渡大桥什么时候通车';
const ANSWER = '11月18日上午10时，石渡大桥正式通车。';

let telegram: TelegramServer;
let program: Program;
let bot: RunningProgram;
beforeAll(async () => {
  telegram = await TelegramServer.start();
  program = openProgram({
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_ALLOWED_USERS: String(READER.id),
    LOG_LEVEL: 'debug',
  });
  await program.run(['ingest', SAMPLE_PAGES]);
  bot = program.start(['bot']);
});
afterAll(async () => {
  await program.close();
  await telegram.stop();
});

/** What the bot shows after the person wrote; all messages, once there are as many as expected. */
async function write(from: User, text: string, count = 1): Promise<Shown[]> {
  const before = telegram.shownIn(from.id).length;
  const isThere = () => telegram.shownIn(from.id).length >= before + count;
  writePrivately(telegram, from, text);
  await telegram.until(isThere, `${count} messages after “${text}”`, 15_000);
  return telegram.shownIn(from.id).slice(before);
}

// One evening of one bot: each test goes on where the one before ended.
test('a question of an allowed person is answered in HTML, with a source line and a button for the article', async () => {
  const [shown] = await write(READER, QUESTION);
  expect(shown?.text).toContain(ANSWER);
  expect(shown?.text).toMatch(/^\[1\].*《澄州日报》2024年11月20日第4版《.+》 记者 许安民$/m);
  const sends = telegram.callsOf('sendMessage').map(({ payload }) => payload.parse_mode);
  expect(sends).toEqual(['HTML']);
  expect(shown?.keyboard?.inline_keyboard.flat().length).toBeGreaterThan(0);
});

test('a stranger gets a code, and the console lets him in while the bot runs', async () => {
  const [refusal] = await write(STRANGER, QUESTION);
  expect(refusal?.text).not.toContain('石渡大桥');
  const code = /^[A-Z0-9]{6,}$/m.exec(refusal?.text ?? '')?.[0] ?? '';
  const approval = await program.run(['bot', 'approve', code]);
  expect(approval.stdout).toContain('陌生人');
  expect(approval.code).toBe(0);
  const shown = await write(STRANGER, QUESTION, 2);
  expect(shown.at(-1)?.text).toContain(ANSWER);
});

test('/article gives the whole article', async () => {
  const articles = parseLines((await program.run(['list', '--json'])).stdout);
  const { articleId, headline, body } = articles.sort((a, b) => b.body.length - a.body.length)[0];
  const [shown] = await write(READER, `/article ${articleId}`);
  const squeeze = (text: string) => text.replace(/\s/g, '');
  expect(squeeze(shown?.text ?? '')).toContain(squeeze(headline));
  expect(squeeze(shown?.text ?? '')).toContain(squeeze(body));
});

test('an issue that another process takes in meanwhile is found without a restart', async () => {
  const question = '沙湾湿地观鸟塔有多高';
  const [before] = await write(READER, question);
  expect(before?.text).not.toContain('18米');
  const folder = join(program.folder, 'new', '澄州日报', '2024-11-22');
  mkdirSync(folder, { recursive: true });
  const page =
    '沙湾湿地观鸟塔建成\n\n本报讯 沙湾湿地观鸟塔11月21日建成，塔高18米，共有五层，每天开放到17时。\n';
  writeFileSync(join(folder, '02版.txt'), page);
  expect((await program.run(['ingest', folder])).code).toBe(0);
  const [after] = await write(READER, question);
  expect(after?.text).toContain('塔高18米');
  expect(after?.text).toContain('《澄州日报》2024年11月22日第2版《沙湾湿地观鸟塔建成》');
});

test('SIGTERM ends it within ten seconds, and its token stands nowhere in what it wrote', async () => {
  const polls = telegram.callsOf('getUpdates').length;
  telegram.fail('getUpdates', { kind: 'bad-gateway' }, { kind: 'drop-before-delivery' });
  telegram.endPolls();
  const failed = () => telegram.callsOf('getUpdates').length >= polls + 3;
  await telegram.until(failed, 'the bot to poll on after two failures', 15_000);
  bot.signal('SIGTERM');
  const { code, stdout, stderr } = await raceWithSignal(bot.ended, AbortSignal.timeout(10_000));
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('"level":40');
  expect(stderr).not.toContain(TOKEN.split(':')[1]);
});

test('a token that Telegram refuses ends it with one sentence and exit code 1', async () => {
  const { code, stderr } = await program.run(['bot'], {
    settings: { TELEGRAM_BOT_TOKEN: '123:wrong-secret' },
  });
  expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
  expect(stderr).toContain('Telegram 不认这个令牌（TELEGRAM_BOT_TOKEN）');
  expect(stderr).not.toContain('wrong-secret');
});

test('with a webhook it answers what is pushed with the secret, and nothing else', async () => {
  const port = await findFreePort();
  const pushed = program.start(['bot'], {
    TELEGRAM_WEBHOOK_URL: 'https://bot.example/telegram',
    TELEGRAM_WEBHOOK_SECRET: 'a-secret',
    TELEGRAM_WEBHOOK_PORT: String(port),
  });
  await telegram.until(() => telegram.webhook.url !== '', 'setWebhook');
  const push = async (updateId: number, secret: string) => {
    const chat = { id: READER.id, type: 'private' };
    const message = { message_id: updateId, date: Math.floor(Date.now() / 1000), chat, from: READER };
    const body = JSON.stringify({ update_id: updateId, message: { ...message, text: QUESTION } });
    const headers = { 'x-telegram-bot-api-secret-token': secret };
    return (await fetch(`http://127.0.0.1:${port}/telegram`, { method: 'POST', headers, body })).status;
  };
  const before = telegram.shownIn(READER.id).length;
  expect([await push(9001, 'guessed'), await push(9002, 'a-secret')]).toEqual([401, 200]);
  await telegram.until(() => telegram.shownIn(READER.id).length > before, 'an answer', 15_000);
  expect(telegram.shownIn(READER.id).at(-1)?.text).toContain(ANSWER);
  pushed.signal('SIGTERM');
  expect((await raceWithSignal(pushed.ended, AbortSignal.timeout(10_000))).code).toBe(0);
  expect(telegram.shownIn(READER.id)).toHaveLength(before + 1);
});

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
