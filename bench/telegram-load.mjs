// Whether the bot answers each question once under load, with faults of the server, and across kill -9.
//   node bench/telegram-load.mjs SCRATCH [load|faults|kills|killfaults|sigterm …] [--users 50] [--questions 4] [--kills 30]
//     [--seed 1] [--latency 40] [--rounds 2]
// The built program (npm run build) runs as `baowen bot` over the bundled sample, without vectors, against the server of
// the tests. load: all ask at once, so many times. faults: the same, with 20 % of the sends answered 429, 5 % cut off after
// they took effect, 2 % answered 502. kills: the same crowd asks again and again, and each time the program is killed at a
// random moment and started again; killfaults: with both. sigterm: it is asked to end while most questions wait. SCRATCH is
// emptied of data first. Exit code 1 where a question was lost, answered twice or out of order.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadHelpers } from './telegram-load/compile-helpers.mjs';
import { formatOutcome, formatTroubles, megabytes } from './telegram-load/report.mjs';

const ROOT = join(import.meta.dirname, '..');
const PROGRAM = join(ROOT, 'dist/bin/baowen.js');
const PATIENCE = 180_000;
/** Within these milliseconds after the question the program is killed: from before the first answer to the last ones. */
const KILL_WITHIN = 9_000;

const text = (value) => ({ type: 'string', default: value });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    users: text('50'),
    questions: text('4'),
    kills: text('30'),
    seed: text('1'),
    latency: text('40'),
    rounds: text('2'),
  },
});
const [scratchName = 'scratch', ...names] = positionals;
const scratch = resolve(scratchName);
const helpers = await loadHelpers(scratch);
const wrong = [];
for (const name of names.length > 0 ? names : ['load', 'faults', 'kills', 'killfaults', 'sigterm'])
  await measure(name);
process.exitCode = wrong.length > 0 ? 1 : 0;

async function measure(name) {
  const folder = join(scratch, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const environment = { ...process.env, EMBEDDINGS: 'none' };
  const ingest = ['ingest', join(ROOT, 'sample/pages'), '--data', join(folder, 'data')];
  execFileSync(process.execPath, [PROGRAM, ...ingest], { env: environment, stdio: 'ignore' });

  const telegram = await helpers.TelegramServer.start();
  telegram.latency = Number(values.latency);
  const draw = helpers.createDraw(Number(values.seed));
  const size = { users: Number(values.users), questions: Number(values.questions), draw };
  const crowd = helpers.createCrowd(telegram, size);
  const bot = helpers.createBotProcess({
    program: PROGRAM,
    folder,
    settings: {
      TELEGRAM_BOT_TOKEN: helpers.TOKEN,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_ALLOWED_USERS: crowd.userIds.join(','),
    },
  });
  const start = async () => {
    const polls = telegram.callsOf('getUpdates').length;
    bot.start();
    await telegram.until(() => telegram.callsOf('getUpdates').length > polls, 'polling', PATIENCE);
  };
  const round = { telegram, crowd, bot, start, draw };
  await start();
  if (/faults/.test(name)) telegram.chaos = helpers.createChaos(draw);
  console.log(
    `${name}: ${size.users} people, ${size.questions} questions each, at once; seed ${values.seed}`,
  );
  if (/kill/.test(name)) await killAgainAndAgain(round);
  else if (name === 'sigterm') await endUnderLoad(round);
  else await askOnce(round);
  console.log(`  SIGTERM: ended after ${Math.round(await bot.terminate())} ms`);
  console.log(formatTroubles(bot.stderr()));
  await telegram.stop();
}

async function askOnce({ telegram, crowd, bot }) {
  const memory = [bot.memory()];
  for (let round = 1; round <= Number(values.rounds); round++) {
    crowd.ask();
    await served(telegram, crowd);
    memory.push(bot.memory());
    console.log(`  round ${round}:`);
    show(telegram, crowd.judge());
  }
  console.log(`  memory, idle and after each round: ${memory.map(megabytes).join(', ')}`);
}

async function killAgainAndAgain({ telegram, crowd, bot, start, draw }) {
  const before = bot.memory();
  const outcomes = [];
  for (let kill = 1; kill <= Number(values.kills); kill++) {
    crowd.ask();
    const moment = Math.round(draw() * KILL_WITHIN);
    await wait(moment);
    await bot.kill();
    await start();
    await served(telegram, crowd);
    const outcome = crowd.judge();
    outcomes.push(outcome);
    const { once, onceAndTold, told, twice, lost, losses, others } = outcome;
    for (const loss of losses) console.log(`  lost: ${loss}`);
    if (others.length > 0)
      console.log(
        `  other sentences: ${[...new Set(others.map((other) => other.slice(0, 60)))].join(' | ')}`,
      );
    console.log(
      `  kill ${kill} after ${moment} ms: ${once} once, ${onceAndTold} once and told, ${told} told, ${twice} twice, ${lost} lost`,
    );
  }
  show(telegram, outcomes.reduce(helpers.addOutcomes));
  console.log(`  memory: ${megabytes(before)} before, ${megabytes(bot.memory())} after`);
}

/** The answers and apologies of the end, then what the next run answers. */
async function endUnderLoad({ telegram, crowd, bot, start }) {
  crowd.ask();
  await wait(2_000);
  console.log(`  SIGTERM under load: ended after ${Math.round(await bot.terminate())} ms`);
  const before = telegram.shown.length;
  await start();
  const missing = () => crowd.judge().lost - crowd.judge().others.length;
  await telegram.until(() => missing() <= 0, 'an answer or an apology each', PATIENCE);
  await settled(telegram);
  console.log(`  ${before} messages until the end, ${telegram.shown.length - before} from the next run`);
  const outcome = crowd.judge();
  const apologies = outcome.others.length;
  show(telegram, { ...outcome, lost: outcome.lost - apologies });
}

/** All have their answer, and nothing more comes for a while. */
async function served(telegram, crowd) {
  await telegram
    .until(() => crowd.isServed(), 'all answers', PATIENCE)
    .catch((error) => console.log(`  ${error.message.slice(0, 60)}`));
  await settled(telegram);
}

async function settled(telegram) {
  for (let shown = -1; shown !== telegram.shown.length; ) {
    shown = telegram.shown.length;
    await wait(3_500);
  }
}

function show(telegram, outcome) {
  const rate = helpers.measureSends(telegram.calls, { overall: 1_000, chat: 3_000 });
  const refused = telegram.callsOf('sendMessage').filter(({ delivered }) => !delivered).length;
  console.log(formatOutcome(outcome, { rate, refused }));
  if (outcome.twice + outcome.lost + outcome.disordered > 0) wrong.push(outcome);
}
