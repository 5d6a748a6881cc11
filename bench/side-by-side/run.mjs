// Measures the program beside what a person would pick instead, and writes bench/RESULTS.md. See ../README.md.
//   npm run bench -- [--data FOLDER] [--scratch FOLDER] [--only ROW,ROW] [--rounds N] [--quick]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(HERE, '../../../shared') },
    scratch: { type: 'string', default: join(tmpdir(), 'baowen-side-by-side') },
    only: { type: 'string', default: ROWS.join(',') },
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
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

/** Each row in a process of its own: none inherits another's memory, and a native library that crashes ends its row alone. */
function measureRow(row) {
  console.error(`measuring ${row}`);
  const output = join(folder, `result-${options.quick ? 'quick-' : ''}${row}.json`);
  const args = [
    join(HERE, 'run-row.mjs'),
    row,
    resolve(options.data),
    folder,
    options.rounds,
    String(options.quick),
    output,
  ];
  const { status, signal } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', ...args],
    {
      stdio: 'inherit',
      env: { ...process.env, OMP_NUM_THREADS: '1', EMBEDDINGS: 'local' },
    },
  );
  if (status === 2) process.exit(2);
  if (status !== 0)
    return { row, data: '', lines: [], failures: [`The process ended with ${signal ?? status}.`] };
  return { row, ...JSON.parse(readFileSync(output, 'utf8')) };
}

const results = rows.map((row) => {
  const result = measureRow(row);
  console.log(formatLines(result));
  return result;
});
const isWhole = !options.quick && rows.length === ROWS.length;
if (isWhole) writeFileSync(join(HERE, '../RESULTS.md'), formatResults(results, options));
else console.error('bench/RESULTS.md is written by a whole run only, without --quick and --only.');
