// How long the bot's event loop is held up: while nothing happens but questions, while another process ingests into the
// same archive (words, vectors and a new index file), and while archive and models are opened anew.
//   node bench/event-loop-lag.mjs DATA_DIR ISSUE QUESTIONS.jsonl
// DATA_DIR is written to: give it a copy. ISSUE: a file or folder to ingest. QUESTIONS.jsonl: {"question","askedOn"?} a
// line. Built program (npm run build). Prints p50, p99 and the longest delay of each part, in ms.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { openReopenable } from '../dist/bin/reopenable-app.js';
import { openApp } from '../dist/src/app.js';
import { loadSettings } from '../dist/src/config.js';
import { createLog } from '../dist/src/log.js';

const RESOLUTION = 5;
const QUESTIONS_PER_SECOND = 2;
const QUIET_SECONDS = 20;

const [dataDir, issue, file] = process.argv.slice(2);
const settings = { ...loadSettings(process.env, process.cwd()), dataDir };
const world = { needs: 'answer', log: createLog('error'), onBytes() {} };
const questions = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
let asked = 0;

const app = await openReopenable(() => openApp(settings, world));
for (let i = 0; i < 20; i++) await ask();
await measure('questions alone', () => pause(QUIET_SECONDS * 1000));
await measure('during an ingest', () => runIngest());
await measure('during a reload', async () => {
  await app.reopen();
  await pause(5000);
});
const { articles, chunks, vectors } = await app.archive.coverage();
console.log(`articles ${articles}  chunks ${chunks}  vectors ${vectors}  questions ${asked}`);
await app.close();

async function measure(part, work) {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  histogram.enable();
  const running = new Set();
  const timer = setInterval(() => {
    const one = ask().finally(() => running.delete(one));
    running.add(one);
  }, 1000 / QUESTIONS_PER_SECOND);
  await work();
  clearInterval(timer);
  await Promise.all(running);
  histogram.disable();
  const at = (value) =>
    Math.max(0, value / 1e6 - RESOLUTION)
      .toFixed(1)
      .padStart(7);
  console.log(
    `${part.padEnd(18)} p50 ${at(histogram.percentile(50))}  p99 ${at(histogram.percentile(99))}  longest ${at(histogram.max)} ms`,
  );
}

async function ask() {
  const { question, askedOn = '2023-12-01' } = questions[asked++ % questions.length];
  await app.service.ask({ question, askedOn, filter: {}, history: [] });
}

function runIngest() {
  const child = spawn(
    process.execPath,
    [new URL('../dist/bin/baowen.js', import.meta.url).pathname, 'ingest', issue, '--data', dataDir],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return new Promise((resolve) => child.on('exit', resolve));
}
