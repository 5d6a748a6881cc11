// How ingest bears a folder of very many files, and a thicket of links: time, memory, lines on the terminal.
// node bench/many-files.mjs [FILES, default 100000]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '../dist/bin/baowen.js');
const count = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'baowen-many-'));

/** Empty files in folders of a thousand. */
function fill(name) {
  for (let index = 0; index < count; index++) {
    const below = join(folder, name, String(Math.floor(index / 1000)));
    if (index % 1000 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `${index}.txt`), '');
  }
}

function tangle(name, folders) {
  const names = Array.from({ length: folders }, (_, index) => join(folder, name, String(index)));
  for (const one of names) mkdirSync(one, { recursive: true });
  for (const one of names)
    for (const [index, other] of names.entries()) symlinkSync(other, join(one, `l${index}`));
  writeFileSync(join(folder, name, 'one.jsonl'), '{"text":"县里开会。"}\n');
}

function measure(name) {
  const started = performance.now();
  const options = ['ingest', join(folder, name), '--data', join(folder, 'data')];
  const script = `
    process.argv.splice(1, 1, ${JSON.stringify(PROGRAM)}, ...${JSON.stringify(options)});
    process.on('exit', () => process.stderr.write('\\nrss ' + process.resourceUsage().maxRSS + '\\n'));
    await import(${JSON.stringify(PROGRAM)});`;
  const environment = { ...process.env, EMBEDDINGS: 'none' };
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, PROGRAM],
    { env: environment, encoding: 'utf8', maxBuffer: 1e9 },
  );
  const memory = Number(/rss (\d+)/.exec(stderr)?.[1] ?? 0) / 1024;
  const lines = (stdout + stderr).split('\n').filter(Boolean).length;
  const seconds = (performance.now() - started) / 1000;
  console.log(`${name}: ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB, ${lines} lines, exit ${status}`);
}

try {
  fill('empty');
  measure('empty');
  tangle('links', 100);
  measure('links');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
