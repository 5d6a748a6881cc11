import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
export const BUILT = join(ROOT, 'dist/bin/baowen.js');
export const SAMPLE_PAGES = join(ROOT, 'sample/pages');
export const SAMPLE = join(ROOT, 'sample');

/** How long a test waits for a process to say what it should: a busy machine may take its time. */
const PATIENCE = 30_000;

export type Settings = Readonly<Record<string, string>>;
export type Ended = { code: number | null; stdout: string; stderr: string };

export type RunningProgram = {
  stdout: () => string;
  stderr: () => string;
  write: (input: string) => void;
  /** Writes the last input and closes standard input. */
  end: (input?: string) => void;
  signal: (name: NodeJS.Signals) => void;
  /** Resolves as soon as the condition holds; fails with all that was written when the process ends before. */
  until: (condition: () => boolean, what: string) => Promise<void>;
  ended: Promise<Ended>;
};

/** The built program over a data folder of its own. */
export type Program = {
  /** Its working folder: the data folder is `data` in it, and there is no .env. */
  folder: string;
  /** Runs to its end; standard input holds the input and no more. */
  run: (argv: readonly string[], given?: { input?: string; settings?: Settings }) => Promise<Ended>;
  /** Runs on; standard input stays open. */
  start: (argv: readonly string[], settings?: Settings) => RunningProgram;
  /** Ends what still runs and removes the folder. */
  close: () => Promise<void>;
};

/** As a person has it: processes of their own, and of the environment nothing but the search path and the settings. */
export function openProgram(settings: Settings = {}): Program {
  const folder = mkdtempSync(join(tmpdir(), 'baowen-program-'));
  const running = new Set<RunningProgram>();
  const start = (argv: readonly string[], more: Settings = {}): RunningProgram => {
    const env = { PATH: process.env.PATH, HOME: folder, EMBEDDINGS: 'none', ...settings, ...more };
    const child = spawn(process.execPath, [BUILT, ...argv], { cwd: folder, env, stdio: 'pipe' });
    const program = watch(child);
    running.add(program);
    void program.ended.then(() => running.delete(program));
    return program;
  };
  return {
    folder,
    start,
    run(argv, { input = '', settings: more } = {}) {
      const program = start(argv, more);
      program.end(input);
      return program.ended;
    },
    async close() {
      for (const program of running) program.signal('SIGKILL');
      await Promise.all([...running].map(({ ended }) => ended));
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function watch(child: ChildProcess): RunningProgram {
  const written = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  const listen = (name: 'stdout' | 'stderr') =>
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
      for (const look of watchers) look();
    });
  listen('stdout');
  listen('stderr');
  // A program that ends without reading its input is no fault of the test.
  child.stdin?.on('error', () => {});
  const ended = new Promise<Ended>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, ...written }));
  });
  const until = (condition: () => boolean, what: string) =>
    new Promise<void>((done, fail) => {
      const give = (why: string) => fail(new Error(`${why} ${what}: ${JSON.stringify(written)}`));
      const timer = setTimeout(() => give('Waited in vain for'), PATIENCE);
      const look = () => {
        if (!condition()) return;
        clearTimeout(timer);
        watchers.delete(look);
        done();
      };
      watchers.add(look);
      void ended.then(() => give('Ended without'));
      look();
    });
  return {
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    write: (input) => void child.stdin?.write(input),
    end: (input) => void child.stdin?.end(input),
    signal: (name) => void child.kill(name),
    until,
    ended,
  };
}

/** JSON Lines → values; what is not JSON fails. */
// biome-ignore lint/suspicious/noExplicitAny: the tests look into records of many shapes
export function parseLines(stdout: string): any[] {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
