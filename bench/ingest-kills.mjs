// Whether kill -9 at any moment of an ingest loses or mixes up anything, and whether the same work done again completes it.
//   node bench/ingest-kills.mjs [SCRATCH] [--points 200] [--seed 1] [--kinds ingest,replace,prune,remove,rebuild,migrate]
// The built program's parts (npm run build) work on a small invented archive with vectors of an invented model. At each
// point a process that takes files in, replaces, prunes or removes them, makes the vectors anew or opens an archive of the
// first version is killed after a random time, from its first moment to its last; then articles, words and vectors are
// compared with the states before and after, the work is done again, and the result is compared with that of an undisturbed
// one. Its data lie in SCRATCH (the system's temporary folder) and go in the end.
// Exit code 1 where an article was lost, something does not agree or a process failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDraw } from './draw.mjs';
import { changeFolder, thinFolder, writeFolder } from './ingest-kills/corpus.mjs';
import { judgeCompleted, judgeKilled, readState } from './ingest-kills/judge.mjs';
import { makeOlder } from './ingest-kills/older.mjs';
import { KINDS } from './ingest-kills/work.mjs';

const WORKER = join(import.meta.dirname, 'ingest-kills/work.mjs');
const text = (value) => ({ type: 'string', default: value });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { points: text('200'), seed: text('1'), kinds: text(Object.keys(KINDS).join()) },
});
const scratch = join(positionals[0] ?? tmpdir(), 'baowen-ingest-kills');
const folder = join(scratch, 'folder');
const draw = createDraw(Number(values.seed));

const kinds = values.kinds.split(',');
const points = Number(values.points);
const total = { points: 0, ended: 0, lost: 0, mismatches: 0, crashes: 0 };
const told = new Set();
for (const [number, kind] of kinds.entries()) {
  const scene = await setScene(kind);
  const share =
    Math.floor((points * (number + 1)) / kinds.length) - Math.floor((points * number) / kinds.length);
  for (let point = 0; point < share; point++) await tryPoint(kind, scene);
  console.log(`${kind}: ${share} points within ${Math.round(scene.milliseconds)} ms`);
}
for (const sentence of told) console.log(sentence);
console.log(
  `points ${total.points} (${total.ended} after the end) · lost ${total.lost} · ` +
    `mismatches ${total.mismatches} · crashes ${total.crashes}`,
);
rmSync(scratch, { recursive: true, force: true });
process.exitCode = total.lost + total.mismatches + total.crashes > 0 ? 1 : 0;

/** The archive before the work, the folder as it is then, the archive after it, and how long it takes undisturbed. */
async function setScene(kind) {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const [template, finished] = ['before', 'after'].map((name) => join(scratch, name));
  writeFolder(folder);
  const empty = join(scratch, 'no files');
  mkdirSync(empty);
  if (kind === 'ingest') await KINDS.rebuild(template, empty);
  else await KINDS.ingest(template, folder);
  if (kind === 'replace') changeFolder(folder);
  if (kind === 'prune') thinFolder(folder);
  const before = await readState(template);
  if (kind === 'migrate') makeOlder(template);
  cpSync(template, finished, { recursive: true });
  const { milliseconds } = await runWorker(kind, finished, null);
  return { template, before, after: await readState(finished), milliseconds };
}

async function tryPoint(kind, { template, before, after, milliseconds }) {
  const dataDir = join(scratch, 'data');
  rmSync(dataDir, { recursive: true, force: true });
  cpSync(template, dataDir, { recursive: true });
  total.points++;
  try {
    const { signal } = await runWorker(kind, dataDir, draw() * milliseconds * 1.05);
    if (signal !== 'SIGKILL') total.ended++;
    count(kind, await judgeKilled(dataDir, before, after));
    await KINDS[kind](dataDir, folder);
    count(kind, await judgeCompleted(dataDir, after));
  } catch (error) {
    total.crashes++;
    told.add(`${kind}: ${error.stack}`);
  }
}

function count(kind, { lost, mismatches }) {
  total.lost += lost.length;
  total.mismatches += mismatches.length;
  for (const sentence of mismatches) told.add(`${kind}: ${sentence}`);
  for (const article of lost) told.add(`${kind}: lost ${article.slice(0, 40)}`);
}

/** Kills the worker so many milliseconds after it began; null lets it end. */
async function runWorker(kind, dataDir, killAfter) {
  const child = spawn(process.execPath, [WORKER, dataDir, folder, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const began = performance.now();
  if (killAfter !== null) {
    await Promise.race([wait(killAfter), ended]);
    child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  if (signal === null && code !== 0) throw new Error(`the worker ended with ${code}`);
  return { signal, milliseconds: performance.now() - began };
}
