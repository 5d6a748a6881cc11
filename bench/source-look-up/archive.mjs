// The archive that quotations are looked up in: newspaper pages and news articles, every fortieth of these left out.
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

const PROGRAM = join(import.meta.dirname, '../../dist/bin/baowen.js');
const NEWSPAPERS = ['晨报', '日报', '晚报'];
const LEFT_OUT = 40;

/** Ingests (again: nothing changes) and → the texts of the articles that were left out. */
export async function prepareArchive({ pages, news, scratch, count }) {
  mkdirSync(scratch, { recursive: true });
  const file = join(scratch, 'news.jsonl');
  const out = createWriteStream(file);
  const leftOut = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(news).pipe(createGunzip()) })) {
    const { id, date, text } = JSON.parse(line);
    if (++number % LEFT_OUT === 0) leftOut.push(text);
    else if (!out.write(`${JSON.stringify({ ...placeOf(id, text), id, date, text })}\n`)) {
      await new Promise((resolve) => out.once('drain', resolve));
    }
    if (number - leftOut.length === count) break;
  }
  await new Promise((resolve) => out.end(resolve));
  await run(['ingest', pages, file, '--data', join(scratch, 'data')]);
  return leftOut;
}

/** The news come without newspaper, page and headline; a citation can be checked better with them. */
const placeOf = (id, text) => ({
  newspaper: NEWSPAPERS[id % NEWSPAPERS.length],
  page: String((id % 8) + 1),
  headline: text.split(/[。！？，；：\s]/u)[0].slice(0, 30) || null,
});

/** Runs the program; → its output, line by line where a reader is given. */
export function run(parameters, { input = '', onLine = () => {} } = {}) {
  const child = spawn(process.execPath, ['--max-old-space-size=4096', PROGRAM, ...parameters], {
    env: { ...process.env, EMBEDDINGS: 'none', OPENAI_API_KEY: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(input);
  const lines = createInterface({ input: child.stdout });
  lines.on('line', onLine);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    let open = 2;
    const done = () => --open || resolve();
    lines.on('close', done);
    child.on('close', (code) => (code ? reject(new Error(`${parameters[0]} ended with ${code}`)) : done()));
  });
}
