// How long the first answer takes from the start of the process, and how much memory the program holds.
//   node --expose-gc bench/first-answer.mjs DATA_DIR QUESTIONS.jsonl [RUNS]
// QUESTIONS.jsonl: {"question","askedOn"?} a line. Built program (npm run build); EMBEDDINGS as in .env.example.
// `ask` is started RUNS times (20), with one question after another; `ask --batch` answers up to 300 of them in one
// process. Memory is what Linux tells of a process: resident now (VmRSS) and at most (VmHWM).
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createLog } from '../dist/src/log.js';
import { understand } from '../dist/src/query/understand.js';
import { openArchive } from '../dist/src/store/archive.js';

const PROGRAM = fileURLToPath(new URL('../dist/bin/baowen.js', import.meta.url));
const TOLD_AFTER = [1, 20, 300];
const LOOK_EVERY_MS = 20;
/** Characters of a printed line before its figures. */
const PART = 18;

const [dataDir, file, runs = '20'] = process.argv.slice(2);
const questions = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => ({ askedOn: '2023-12-01', ...JSON.parse(line) }));

const partsOfArchive = await measureArchive();
const starts = [];
for (let run = 0; run < Number(runs); run++) starts.push(await ask(questions[run % questions.length]));
const at = (share, of) => starts.map(of).sort((a, b) => a - b)[Math.floor(share * (starts.length - 1))];
for (const [part, of] of [
  ['first answer', ({ answeredMs }) => answeredMs],
  ['process ended', ({ endedMs }) => endedMs],
]) {
  console.log(`${part.padEnd(PART)} p50 ${at(0.5, of).toFixed(0)} ms  p95 ${at(0.95, of).toFixed(0)} ms`);
}
console.log(`${'ask, at most'.padEnd(PART)} p50 ${at(0.5, ({ most }) => most).toFixed(0)} MB`);
await askMany();
for (const line of partsOfArchive) console.log(line);

/** One process, one question. */
async function ask({ question, askedOn }) {
  const started = performance.now();
  const child = start(['ask', question, '--asked-on', askedOn, '--data', dataDir], 'ignore');
  let most = 0;
  const looking = setInterval(() => {
    most = Math.max(most, memoryOf(child.pid).most);
  }, LOOK_EVERY_MS);
  let answeredMs = 0;
  child.stdout.on('data', () => {
    answeredMs ||= performance.now() - started;
  });
  await ended(child);
  clearInterval(looking);
  return { answeredMs, endedMs: performance.now() - started, most };
}

/** One process, one question after another. */
async function askMany() {
  const child = start(['ask', '--batch', '-', '--json', '--data', dataDir], 'pipe');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const finished = ended(child);
  let asked = 0;
  for (const { question, askedOn } of questions.slice(0, TOLD_AFTER.at(-1))) {
    child.stdin.write(`${JSON.stringify({ id: String(asked), question, askedOn })}\n`);
    await answers.next();
    asked += 1;
    if (!TOLD_AFTER.includes(asked)) continue;
    const { now, most } = memoryOf(child.pid);
    console.log(
      `after ${String(asked).padStart(3)} answers  ${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB`,
    );
  }
  child.stdin.end();
  await finished;
}

/** What the archive's words and its vectors hold, in this process. Lines to print. */
async function measureArchive() {
  const archive = await openArchive({ dataDir, log: createLog('error') });
  const search = (terms, vector) => archive.findCandidates({ filter: {}, limit: 100, terms, vector });
  const queries = questions
    .slice(0, 150)
    .map(({ question, askedOn }) => understand({ question, askedOn, filter: {}, history: [] }));
  const opened = holds();
  const { articles, chunks, vectors } = await archive.coverage();
  console.log(`articles ${articles}  chunks ${chunks}  vectors ${vectors}`);
  for (const { terms } of queries) await search(terms, null);
  const asked = holds();
  const cached = (asked.resident - opened.resident - (asked.arrays - opened.arrays)) / 1e6;
  const lines = [
    perOne('words', asked.arrays - opened.arrays, chunks),
    `${"database's cache".padEnd(PART)} ${cached.toFixed(0)} MB after ${queries.length} questions`,
  ];
  const model = await archive.embeddingModel();
  if (vectors > 0 && model) {
    await search([], new Float32Array(model.dimension).fill(1 / Math.sqrt(model.dimension)));
    lines.push(perOne('vectors', holds().resident - asked.resident, vectors));
  }
  await archive.close();
  return lines;
}

/** In bytes; `arrays` hold numbers outside JavaScript's heap. */
function holds() {
  for (let pass = 0; pass < 2; pass++) globalThis.gc();
  const { rss, arrayBuffers } = process.memoryUsage();
  return { resident: rss, arrays: arrayBuffers };
}

function perOne(part, bytes, count) {
  return `${part.padEnd(PART)} ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / count).toFixed(0)} bytes for each of ${count}`;
}

function start(words, input) {
  return spawn(process.execPath, [PROGRAM, ...words], { stdio: [input, 'pipe', 'inherit'] });
}

async function ended(child) {
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`baowen ended with ${code}`);
}

/** In MB; 0 where the process has just ended. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (name) => (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024) / 1e6;
    return { now: read('VmRSS'), most: read('VmHWM') };
  } catch {
    return { now: 0, most: 0 };
  }
}
