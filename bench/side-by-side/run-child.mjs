import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script in a process of its own; `json` is the last line that it printed, where that is JSON. */
export async function runNode(args, env = {}) {
  const started = performance.now();
  const { stdout } = await run(process.execPath, args, {
    env: { ...process.env, OPENAI_API_KEY: '', ...env },
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - started) / 1000;
  const last = stdout.trim().split('\n').at(-1) ?? '';
  return { seconds, json: last.startsWith('{') ? JSON.parse(last) : null };
}

/** Milliseconds of some work in this process, and the bytes that it had written to the disk (write_bytes of Linux). */
export async function measureWork(work) {
  const before = readWrittenBytes();
  const started = performance.now();
  await work();
  const milliseconds = performance.now() - started;
  return { milliseconds, bytes: readWrittenBytes() - before };
}

const readWrittenBytes = () => Number(/^write_bytes: (\d+)/m.exec(readFileSync('/proc/self/io', 'utf8'))[1]);
