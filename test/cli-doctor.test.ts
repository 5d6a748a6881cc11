import { describe, expect, test } from 'vitest';
import { StoreError } from '../src/domain/errors.js';
import type { Check } from '../src/domain/ports.js';
import { runFake } from './helpers/fake-surroundings.js';

describe('doctor', () => {
  const ok: Check = { name: '数据', state: 'ok', message: '9 篇稿件', mend: null };
  const broken: Check = { name: '令牌', state: 'broken', message: '被拒绝', mend: '请换一个令牌。' };

  test('prints a line for each check, with exit code 1 when something is broken', async () => {
    expect(await runFake(['doctor'], { runChecks: async () => [ok, broken] })).toEqual({
      code: 1,
      open: 0,
      stderr: '',
      stdout: '正常  数据：9 篇稿件\n故障  令牌：被拒绝 → 请换一个令牌。\n',
    });
  });

  test('--json says the same', async () => {
    const { stdout, code } = await runFake(['doctor', '--json'], { runChecks: async () => [ok] });
    expect({ stdout, code }).toEqual({ code: 0, stdout: `${JSON.stringify({ ok: true, checks: [ok] })}\n` });
  });

  test.each([
    [['doctor', '--fix'], '正常  数据：9 篇稿件\n'],
    [['doctor', '--fix', '--json'], `${JSON.stringify({ ok: false, checks: [ok] })}\n`],
  ])('%j says why nothing could be mended, and checks all the same', async (argv, stdout) => {
    const mend = async () => {
      throw new StoreError('连不上。');
    };
    expect(await runFake(argv, { mend, runChecks: async () => [ok] })).toEqual({
      ...{ code: 1, open: 0, stderr: '没有修复：连不上。\n', stdout },
    });
  });
});
