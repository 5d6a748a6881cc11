// Measures the program beside what a person would pick instead, and writes bench/RESULTS.md. See ../README.md.
//   npm run bench -- [--data FOLDER] [--scratch FOLDER] [--only ROW,ROW] [--rounds N] [--quick]
//     [--articles N] [--with-vectors N]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatLines, formatResults } from './format-results.mjs';

const ROWS = [
  'words-query',
  'growth',
  'hybrid-query',
  'vector-search',
  'ingest-words',
  'embedding',
  'add-issue',
];
const HERE = import.meta.dirname;

const WHOLE = {
  articles: 68_798,
  /** Some 20,000 chunks. */
  articlesWithVectors: 6000,
  /** Of the searches by words. */
  questions: 300,
  /** Of those with vectors: all there are. */
  questionsWithVectors: 1185,
  ingested: 5000,
  embedded: 150,
};
const QUICK = {
  articles: 4000,
  articlesWithVectors: 1000,
  questions: 60,
  questionsWithVectors: 200,
  ingested: 400,
  embedded: 15,
};

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(HERE, '../../../shared') },
    scratch: { type: 'string', default: join(tmpdir(), 'baowen-side-by-side') },
    only: { type: 'string', default: ROWS.join(',') },
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    articles: { type: 'string' },
    'with-vectors': { type: 'string' },
  },
});
const rows = options.only.split(',');
const unknown = rows.find((row) => !ROWS.includes(row));
if (unknown !== undefined) {
  console.error(`There is no row ${unknown}. The rows are ${ROWS.join(', ')}.`);
  process.exit(2);
}
const folder = resolve(options.scratch);
mkdirSync(folder, { recursive: true });

const sizes = options.quick ? QUICK : WHOLE;
const chosen = {
  ...sizes,
  articles: Number(options.articles ?? sizes.articles),
  articlesWithVectors: Number(options['with-vectors'] ?? sizes.articlesWithVectors),
};

/** Each row in a process of its own: none inherits another's memory, and a native library that crashes ends its row alone. */
function measureRow(row) {
  console.error(`measuring ${row}`);
  const output = join(folder, `result-${row}.json`);
  const args = [
    join(HERE, 'run-row.mjs'),
    row,
    resolve(options.data),
    folder,
    options.rounds,
    JSON.stringify(chosen),
    output,
  ];
  const { status, signal } = spawnSync(process.execPath, ['--max-old-space-size=8192', ...args], {
    stdio: 'inherit',
    env: { ...process.env, OMP_NUM_THREADS: '1', EMBEDDINGS: 'local', LANCEDB_LOG: 'error' },
  });
  if (status === 2) process.exit(2);
  if (status === 0) return;
  const failures = [`The process ended with ${signal ?? status}.`];
  writeFileSync(output, JSON.stringify({ row, sizes: chosen, data: '', lines: [], failures }));
}

/** What was measured last at these sizes, in this run or an earlier one; rows can be measured one by one. */
function loadResult(row) {
  const path = join(folder, `result-${row}.json`);
  const result = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  return result && JSON.stringify(result.sizes) === JSON.stringify(chosen) ? [result] : [];
}

for (const row of rows) {
  measureRow(row);
  console.log(loadResult(row).map(formatLines).join('\n'));
}
if (options.quick) console.error('bench/RESULTS.md is not written by a quick run.');
else writeFileSync(join(HERE, '../RESULTS.md'), formatResults(ROWS.flatMap(loadResult), describeCommand()));

function describeCommand() {
  const given = ['articles', 'with-vectors'].filter((name) => options[name] !== undefined);
  const words = given.map((name) => `--${name} ${options[name]}`);
  return ['npm run bench --', `--rounds ${options.rounds}`, ...words].join(' ');
}
