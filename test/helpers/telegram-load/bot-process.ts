import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** The built program as a process of its own, to be killed at any moment. */
export type BotProcess = {
  /** Starts it; it polls when it is ready. */
  start(): void;
  /** What kill -9 does; resolves when it is gone. */
  kill(): Promise<void>;
  /** What SIGTERM does; resolves with the milliseconds that the end took. */
  terminate(): Promise<number>;
  /** Megabytes that are in memory now. */
  memory(): number;
  stderr(): string;
};

type Given = { program: string; folder: string; settings: Readonly<Record<string, string>> };

/** `program`: the built baowen.js; `folder`: its working folder, with the data in `data`. */
export function createBotProcess({ program, folder, settings }: Given): BotProcess {
  let child: ChildProcess | null = null;
  let written = '';
  const end = async (signal: NodeJS.Signals) => {
    if (child === null) return;
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
    child = null;
  };
  return {
    start() {
      const env = { PATH: process.env.PATH, HOME: folder, EMBEDDINGS: 'none', ...settings };
      child = spawn(process.execPath, [program, 'bot'], {
        cwd: folder,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        written += text;
      });
    },
    kill: () => end('SIGKILL'),
    async terminate() {
      const begun = performance.now();
      await end('SIGTERM');
      return performance.now() - begun;
    },
    memory() {
      const status = readFileSync(`/proc/${child?.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    stderr: () => written,
  };
}
