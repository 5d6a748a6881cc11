import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProgram, type Program } from './helpers/program.js';
import { TOKEN } from './helpers/telegram-protocol.js';
import { TelegramServer } from './helpers/telegram-server.js';
import { READER, writePrivately } from './helpers/telegram-updates.js';

let telegram: TelegramServer;
let program: Program;
beforeAll(async () => {
  telegram = await TelegramServer.start();
  program = openProgram({
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_ALLOWED_USERS: String(READER.id),
  });
});
afterAll(async () => {
  await program.close();
  await telegram.stop();
});

async function ingest(day: string, headline: string, sentence: string): Promise<void> {
  const folder = join(program.folder, 'pages', '澄州日报', day);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '02版.txt'), `${headline}\n\n本报讯 ${sentence}\n`);
  expect((await program.run(['ingest', join(program.folder, 'pages')])).code).toBe(0);
}

const told = () => telegram.shown.map(({ text }) => text).filter((text) => text.startsWith('关注的'));

test('what another process takes in is told once, also when the bot is killed while it tells and starts again', async () => {
  await ingest('2024-11-21', '沙湾湿地修栈道', '沙湾湿地修了一条栈道，长3公里。');
  const bot = program.start(['bot']);
  writePrivately(telegram, READER, '/follow 沙湾湿地');
  await telegram.until(() => telegram.shown.length > 0, 'the follow to be kept', 15_000);

  await ingest(
    '2024-11-22',
    '沙湾湿地观鸟塔建成',
    '沙湾湿地观鸟塔11月21日建成，塔高18米，共有五层，每天开放到17时。',
  );
  await telegram.until(() => told().length > 0, 'the first message', 15_000);
  bot.signal('SIGKILL');
  await bot.ended;

  await ingest('2024-11-23', '沙湾湿地来了天鹅', '沙湾湿地飞来二百多只天鹅，护鸟员每天清早在岸边撒玉米。');
  program.start(['bot']);
  await telegram.until(() => told().length > 1, 'the second message', 15_000);
  const line = (day: number, headline: string) =>
    `关注的“沙湾湿地”有 1 篇新报道：\n\n[1] 《澄州日报》2024年11月${day}日第2版《${headline}》`;
  expect(told()).toEqual([line(22, '沙湾湿地观鸟塔建成'), line(23, '沙湾湿地来了天鹅')]);
});
