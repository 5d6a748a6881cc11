import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ConfigError, StoreError } from '../src/domain/errors.js';
import { answer, article, ended, runFake } from './helpers/fake-surroundings.js';

describe('failures', () => {
  test('an expected one is its own sentence, and the program is closed', async () => {
    const ask = async () => {
      throw new StoreError('数据文件夹坏了。');
    };
    const ran = await runFake(['ask', '问题'], { app: { service: { ask } } });
    expect(ran).toEqual({ code: 1, stdout: '', stderr: '数据文件夹坏了。\n', open: 0 });
  });

  test('a wrong setting is said', async () => {
    const loadSettings = () => {
      throw new ConfigError('设置 EMBEDDINGS 不对。');
    };
    expect(await runFake(['list'], { loadSettings })).toMatchObject({
      code: 1,
      stderr: '设置 EMBEDDINGS 不对。\n',
    });
  });

  test('a bug shows its stack', async () => {
    const ran = await runFake(['ask', '问题'], { app: {} });
    expect(ran).toMatchObject({ code: 1, stdout: '', open: 0 });
    expect(ran.stderr).toMatch(/^内部错误[^\n]+\nError: service\.ask was not expected to be called\n +at /);
  });

  test('an interrupt ends a question that does not listen', async () => {
    const controller = new AbortController();
    const ask = () => {
      controller.abort();
      return new Promise<never>(() => {});
    };
    const ran = await runFake(['ask', '问题'], { app: { service: { ask } }, signal: controller.signal });
    expect(ran).toEqual({ code: 130, stdout: '', stderr: '已停止。\n', open: 0 });
  });

  test('nobody reading standard output ends the program quietly', async () => {
    let listed = 0;
    async function* listArticles() {
      for (; listed < 1000; listed++) yield article;
    }
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(brokenPipe()) });
    const ran = await runFake(['list'], { app: { archive: { listArticles } }, stdout });
    expect(ran).toEqual({ ...ended, stdout: '' });
    expect(listed).toBe(0);
  });

  test('a full disk behind standard output is said', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(full) });
    const ran = await runFake(['ask', '问题'], { app: { service: { ask: async () => answer } }, stdout });
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.stderr).toContain('结果写不出去：ENOSPC: no space left on device。');
  });
});

function brokenPipe(): Error {
  return Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
}
