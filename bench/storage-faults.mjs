// Damages the files of an archive at random, one point after the other, and fills its disk at every step of the way:
//   npm run build && node bench/storage-faults.mjs [points=400] [seed=1]
// After each point the archive is read, checked, mended and ingested again. Printed are the points tried, articles that were
// lost for good, archives whose parts do not fit together, wrong texts that nobody was told of, and crashes: all must be 0.
// The work is done in processes of their own, since a native library that meets damage may take its process down.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const [points = '400', seed = '1'] = process.argv.slice(2);
const WORKER = fileURLToPath(new URL('./storage-faults/work.mjs', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'baowen-faults-'));
const totals = new Map();

function count(kind, field) {
  const row = totals.get(kind) ?? { points: 0, lost: 0, mismatches: 0, untold: 0, crashes: 0 };
  row[field]++;
  totals.set(kind, row);
}

/** Runs a worker until it ends; returns the first point that it has not done. `limit` is a size of files in 512 bytes. */
async function runWorker(kind, from, to, limit = null) {
  const command = `${limit === null ? '' : `ulimit -f ${limit}; `}exec "$@"`;
  const args = ['-c', command, 'sh', process.execPath, WORKER, kind, root, seed, String(from), String(to)];
  const child = spawn('sh', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let next = from;
  for await (const line of createInterface({ input: child.stdout })) {
    const { point, file, damage, lost, mismatch, untold } = JSON.parse(line);
    next = point + 1;
    count(file, 'points');
    for (const [field, is] of Object.entries({ lost, mismatches: mismatch, untold })) {
      if (!is) continue;
      count(file, field);
      console.log(`point ${point}: ${file} ${damage}: ${field}: ${JSON.stringify(is)}`);
    }
  }
  const [code, signal] = await new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done([child.exitCode, child.signalCode]);
    else child.once('exit', (...how) => done(how));
  });
  if (next >= to || (kind === 'prepare' && code === 0)) return next;
  console.log(`point ${next}: the process ended with ${signal ?? code}`);
  count(kind, 'points');
  count(kind, 'crashes');
  return next + 1;
}

try {
  await runWorker('prepare', 0, 1);
  for (let next = 0; next < Number(points); ) next = await runWorker('damage', next, Number(points));
  // From a limit at which nothing can be written up to one at which all goes through.
  for (let step = 0; step < 60; step++) {
    cpSync(join(root, 'older'), join(root, 'full'), { recursive: true });
    await runWorker('full', step, step + 1, 20 + step * 40);
    rmSync(join(root, 'full'), { recursive: true });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.table(Object.fromEntries([...totals].sort()));
const sum = (field) => [...totals.values()].reduce((all, row) => all + row[field], 0);
console.log(
  `points ${sum('points')}, lost ${sum('lost')}, mismatches ${sum('mismatches')}, untold ${sum('untold')}, crashes ${sum('crashes')}`,
);
process.exitCode = sum('lost') + sum('mismatches') + sum('untold') + sum('crashes') > 0 ? 1 : 0;
