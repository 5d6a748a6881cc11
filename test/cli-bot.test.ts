import { describe, expect, test } from 'vitest';
import { TelegramError } from '../src/domain/errors.js';
import type { Settings } from '../src/domain/settings.js';
import { ended, runFake } from './helpers/fake-surroundings.js';

describe('bot', () => {
  test('runs until it ends', async () => {
    let ran = 0;
    const runBot = async () => {
      ran += 1;
    };
    expect(await runFake(['bot'], { runBot })).toEqual({ ...ended, stdout: '' });
    expect(ran).toBe(1);
  });

  test('a refused token ends it with a sentence', async () => {
    const runBot = async () => {
      throw new TelegramError('令牌被拒绝。');
    };
    expect(await runFake(['bot'], { runBot })).toMatchObject({ code: 1, stderr: '令牌被拒绝。\n' });
  });

  test('approve says who was let in, or why nobody was', async () => {
    const approve = async (_: Settings, code: string) => ({
      approved: code === 'GOOD2345',
      sentence: `${code}。`,
    });
    expect(await runFake(['bot', 'approve', 'GOOD2345'], { approve })).toEqual({
      ...ended,
      stdout: 'GOOD2345。\n',
    });
    expect(await runFake(['bot', 'approve', 'BAD'], { approve })).toMatchObject({
      code: 1,
      stderr: 'BAD。\n',
    });
  });
});
