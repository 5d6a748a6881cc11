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

  test('feedback prints what people said of the answers, a line of JSON each', async () => {
    const said = {
      question: '今年新建几座公园',
      askedOn: '2023-02-12',
      verdict: 'down' as const,
      remark: '年份不对',
      articleIds: ['a1'],
      at: '2023-02-12T02:00:00.000Z',
    };
    const listFeedback = async () => [said, { ...said, remark: null }];
    const { stdout, code } = await runFake(['bot', 'feedback'], { listFeedback });
    expect({
      code,
      lines: stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    }).toEqual({
      code: 0,
      lines: [said, { ...said, remark: null }],
    });
  });
});
