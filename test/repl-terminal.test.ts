import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import type { AskService } from '../src/domain/ports.js';
import type { Question } from '../src/domain/query.js';
import type { Settings } from '../src/domain/settings.js';
import { createFakeWorld } from './helpers/fake-surroundings.js';
import { BANNER, listening, loadArticles, SHOWN } from './helpers/repl.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

/** A busy machine may take its time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 5_000 });

let dataDir: string;
beforeEach(() => {
  dataDir = makeTemporaryFolder();
});
const loadSettings = () => ({ dataDir }) as Settings;

describe('at a terminal', () => {
  function openTerminal(service: Partial<AskService>, signal = new AbortController().signal) {
    const input = new PassThrough();
    const app = { service, archive: { loadArticles } };
    const world = createFakeWorld({
      app,
      input,
      terminal: true,
      loadSettings,
      signal,
      env: { NO_COLOR: '1' },
    });
    const finished = runCli(['repl'], world.surroundings);
    const prompts = () => world.stdout().split('问> ').length - 1;
    return { ...world, finished, prompts, type: (text: string) => input.write(text) };
  }

  test('a question is asked at a prompt, Ctrl-D leaves', async () => {
    const { type, finished, stdout, prompts } = openTerminal(listening());
    await eventually(prompts).toBe(1);
    type('公园\r');
    await eventually(stdout).toContain(SHOWN);
    expect(stdout()).toContain('正在查找……\r\x1b[2K');
    type('\x04');
    expect(await finished).toBe(0);
  });

  test('Ctrl-C stops the running question; twice with none running it leaves', async () => {
    let aborted = false;
    const service: Partial<AskService> = {
      ask: (_, __, signal) => {
        signal?.addEventListener('abort', () => {
          aborted = true;
        });
        return new Promise<never>(() => {});
      },
    };
    const { type, finished, stdout, stderr, prompts } = openTerminal(service);
    await eventually(prompts).toBe(1);
    type('公园\r');
    await eventually(stdout).toContain('正在查找');
    type('\x03');
    await eventually(stderr).toContain('已停止这个问题。');
    expect(aborted).toBe(true);
    type('半句\x03');
    await eventually(stderr).toContain('再按一次 Ctrl-C 退出，或接着提问。');
    type('\x03');
    expect(await finished).toBe(0);
  });

  test('a question after the first Ctrl-C takes it back', async () => {
    const { type, finished, stdout, stderr, prompts } = openTerminal(listening());
    await eventually(prompts).toBe(1);
    type('\x03');
    await eventually(stderr).toContain('再按一次');
    type('公园\r');
    await eventually(stdout).toContain(SHOWN);
    type('\x03');
    await eventually(() => stderr().split('再按一次').length).toBe(3);
    type('/quit\r');
    expect(await finished).toBe(0);
  });

  test('what is typed while an answer is made is asked next', async () => {
    const asked: Question[] = [];
    const { type, finished, prompts } = openTerminal(listening(asked));
    await eventually(prompts).toBe(1);
    type('一\r二\r/quit\r');
    expect(await finished).toBe(0);
    expect(asked.map(({ question }) => question)).toEqual(['一', '二']);
  });

  test('the process being told to stop ends it, also in the middle of a question', async () => {
    const controller = new AbortController();
    const service: Partial<AskService> = { ask: () => new Promise<never>(() => {}) };
    const { type, finished, stdout, prompts } = openTerminal(service, controller.signal);
    await eventually(prompts).toBe(1);
    type('公园\r');
    await eventually(stdout).toContain('正在查找');
    controller.abort();
    expect(await finished).toBe(0);
  });

  const historyFile = () => join(dataDir, 'repl-history');

  test('questions are kept for the next run', async () => {
    const first = openTerminal(listening());
    await eventually(first.prompts).toBe(1);
    first.type('公园有几座\r/quit\r');
    await first.finished;
    expect(readFileSync(historyFile(), 'utf8')).toBe('公园有几座\n/quit\n');

    const asked: Question[] = [];
    const second = openTerminal(listening(asked));
    await eventually(second.prompts).toBe(1);
    second.type('\x1b[A\x1b[A\r');
    await eventually(() => asked.map(({ question }) => question)).toEqual(['公园有几座']);
    second.type('\x04');
    await second.finished;
  });

  test('the history is bounded', async () => {
    writeFileSync(historyFile(), Array.from({ length: 600 }, (_, index) => `问题${index}\n`).join(''));
    const { type, finished, prompts } = openTerminal(listening());
    await eventually(prompts).toBe(1);
    type('/quit\r');
    await finished;
    const lines = readFileSync(historyFile(), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(500);
    expect(lines.at(-1)).toBe('/quit');
  });

  test('a history that cannot be written is no reason to stop', async () => {
    mkdirSync(historyFile());
    const { type, finished, stdout, prompts, stderr } = openTerminal(listening());
    await eventually(prompts).toBe(1);
    type('公园\r/quit\r');
    expect(await finished).toBe(0);
    expect(stdout()).toContain(SHOWN);
    expect(stderr()).toBe(BANNER);
  });
});
