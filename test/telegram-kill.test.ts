import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILT, openProgram, type Program, SAMPLE_PAGES } from './helpers/program.js';
import { type BotProcess, createBotProcess } from './helpers/telegram-load/bot-process.js';
import { createChaos } from './helpers/telegram-load/chaos.js';
import { type Crowd, createCrowd } from './helpers/telegram-load/crowd.js';
import { createDraw } from './helpers/telegram-load/draw.js';
import { measureSends } from './helpers/telegram-load/send-rate.js';
import { TOKEN } from './helpers/telegram-protocol.js';
import { TelegramServer } from './helpers/telegram-server.js';

const PATIENCE = 15_000;

let telegram: TelegramServer;
let program: Program;
let bot: BotProcess;
let crowd: Crowd;
const draw = createDraw(7);
beforeAll(async () => {
  telegram = await TelegramServer.start();
  telegram.latency = 20;
  crowd = createCrowd(telegram, { users: 8, questions: 2, draw });
  program = openProgram();
  await program.run(['ingest', SAMPLE_PAGES]);
  bot = createBotProcess({
    program: BUILT,
    folder: program.folder,
    settings: {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_ALLOWED_USERS: crowd.userIds.join(','),
    },
  });
  await start();
});
afterAll(async () => {
  await bot.kill();
  await program.close();
  await telegram.stop();
});

async function start(): Promise<void> {
  const polls = telegram.callsOf('getUpdates').length;
  bot.start();
  await telegram.until(() => telegram.callsOf('getUpdates').length > polls, 'the bot to poll', PATIENCE);
}

const served = () => telegram.until(() => crowd.isServed(), 'all answers', PATIENCE);

// One evening of one bot: each test goes on where the one before ended.
test('a crowd is answered once each, in order, within the limits', async () => {
  crowd.ask();
  await served();
  expect(crowd.judge()).toMatchObject({ asked: 16, once: 16, disordered: 0, others: [] });
  expect(measureSends(telegram.calls, { overall: 1_000, chat: 3_000 }).overall).toBeLessThanOrEqual(28);
  expect(measureSends(telegram.calls, { overall: 1_000, chat: 3_000 }).chat).toBeLessThanOrEqual(3);
});

test.each([1, 2])('kill -9 loses no question and answers none twice (%i)', async () => {
  crowd.ask();
  await wait(100 + draw() * 700);
  await bot.kill();
  await start();
  await served();
  const { asked, twice, lost, disordered, once, onceAndTold, told } = crowd.judge();
  expect({ asked, twice, lost, disordered }).toEqual({ asked: 16, twice: 0, lost: 0, disordered: 0 });
  expect(once + onceAndTold + told).toBe(16);
  // Only what was on its way when the program was killed is uncertain.
  expect(onceAndTold + told).toBeLessThanOrEqual(8);
});

test('SIGTERM with questions waiting ends it within ten seconds, and each is answered or apologised for', async () => {
  crowd.ask();
  await telegram.until(
    () => !crowd.isServed() && telegram.unconfirmed === 0,
    'the questions taken',
    PATIENCE,
  );
  expect(await bot.terminate()).toBeLessThan(10_000);
  await start();
  const apologies = () => crowd.judge().others.filter((text) => text.includes('我正要重新启动')).length;
  const rest = () => crowd.judge().lost - apologies();
  await telegram.until(() => rest() <= 0, 'an answer or an apology each', PATIENCE);
  expect(crowd.judge()).toMatchObject({ twice: 0, told: 0 });
});

test('a server that refuses and drops brings no answer twice either', async () => {
  telegram.chaos = createChaos(draw);
  crowd.ask();
  await served();
  expect(crowd.judge()).toMatchObject({ asked: 16, twice: 0, lost: 0, disordered: 0 });
});
