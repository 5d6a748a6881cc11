import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchiveWriter } from '../src/store/writer.js';
import { openProgram, type Program, type RunningProgram } from './helpers/program.js';
import { silentLog } from './helpers/silent-log.js';
import { TOKEN } from './helpers/telegram-protocol.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { ADMIN, writePrivately } from './helpers/telegram-updates.js';

const NAME = '澄州日报_2024-11-22_02版.txt';
const PAGE =
  '沙湾湿地观鸟塔建成\n\n本报讯 沙湾湿地观鸟塔11月21日建成，塔高18米，共有五层，每天开放到17时。\n';

let telegram: TelegramServer;
let program: Program;
let bot: RunningProgram;
beforeAll(async () => {
  telegram = await TelegramServer.start();
  program = openProgram({
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_ADMINS: String(ADMIN.id),
  });
  bot = program.start(['bot']);
});
afterAll(async () => {
  await program.close();
  await telegram.stop();
});

/** The newest message for the admin, once there are as many as expected. */
async function lastOf(count: number): Promise<string> {
  const isThere = () => telegram.shownIn(ADMIN.id).length >= count;
  await telegram.until(isThere, `${count} messages`, 15_000);
  return telegram.shownIn(ADMIN.id)[count - 1]?.text ?? '';
}

function send(): void {
  const document = telegram.files.add(NAME, PAGE);
  writePrivately(telegram, ADMIN, null, { document } as Partial<Message>);
}

const edited = (part: string) =>
  telegram.until(
    () => telegram.callsOf('editMessageText').some(({ payload }) => String(payload.text).includes(part)),
    `an edit with ${part}`,
    15_000,
  );

// One admin's evening with one bot: each test goes on where the one before ended.
test('a file sent to the bot is taken in by a process of its own, found at once and kept in the data folder', async () => {
  send();
  expect(await lastOf(2)).toContain('• 《澄州日报》2024年11月22日，1 篇');
  writePrivately(telegram, ADMIN, '沙湾湿地观鸟塔有多高');
  expect(await lastOf(3)).toContain('塔高18米');
  const files = (await program.run(['list', '--json'])).stdout;
  const { sourceFile } = JSON.parse(files);
  expect(sourceFile.startsWith(join(program.folder, 'data', 'inbox'))).toBe(true);
  expect(readFileSync(sourceFile, 'utf8')).toBe(PAGE);
});

test('while another process writes to the archive the admin is told to send the file again', async () => {
  const writer = await openArchiveWriter({ dataDir: join(program.folder, 'data'), log: silentLog });
  send();
  await edited('另一个程序正在写档案');
  await writer.close();
  expect(bot.stderr()).not.toContain(TOKEN.split(':')[1]);
});

test('/undo takes it back by the same way', async () => {
  writePrivately(telegram, ADMIN, '/undo');
  expect(await lastOf(5)).toContain('移除 1 篇稿件');
  expect((await program.run(['list', '--json'])).stdout).toBe('');
});

test('/reload opens the archive anew', async () => {
  writePrivately(telegram, ADMIN, '/reload');
  expect(await lastOf(6)).toContain('档案还是空的');
});
