import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProgress } from '../src/cli/progress.js';
import { cutToWidth } from '../src/cli/text-width.js';

function createFake(isTTY: boolean, columns = 100) {
  const stderr = Object.assign(new PassThrough(), { isTTY, columns });
  let time = 0;
  let written = '';
  stderr.on('data', (data) => {
    written += data;
  });
  return {
    progress: createProgress(stderr, () => new Date(time)),
    pass: (ms: number) => {
      time += ms;
    },
    written: () => written,
  };
}

const files = (done: number, total = 40) =>
  ({ stage: 'files', done, total, articles: done * 5, chunks: done * 12 }) as const;

describe('on a terminal', () => {
  test('one line is drawn again and again, with the pace and the time left', () => {
    const { progress, pass, written } = createFake(true);
    progress.onStage(files(0));
    pass(2_000);
    progress.onStage(files(10));
    expect(written().split('\r\x1b[2K')).toEqual([
      '',
      '░░░░░░░░░░░░░░░░░░░░ · 文件 0/40 · 稿件 0 · 片段 0',
      '█████░░░░░░░░░░░░░░░ · 文件 10/40 · 稿件 50 · 片段 120 · 每秒 5.0 · 还要 6秒',
    ]);
  });

  test('it is not drawn more often than an eye can follow, but always at the end', () => {
    const { progress, pass, written } = createFake(true);
    for (let done = 0; done <= 40; done++) {
      pass(10);
      progress.onStage(files(done));
    }
    expect(written().split('\r').length).toBeLessThan(10);
    expect(written()).toContain('文件 40/40');
  });

  test('each stage shows itself, a download in megabytes', () => {
    const { progress, pass, written } = createFake(true);
    progress.onBytes('模型', 3_100_000, 24_000_000);
    progress.onBytes('分词表', 100_000, 0);
    progress.onStage({ stage: 'vectors', done: 20, total: 1_000 });
    pass(100_000);
    progress.onStage({ stage: 'vectors', done: 520, total: 1_000 });
    progress.onStage({ stage: 'index', done: 1, total: 2 });
    expect(written().split('\r\x1b[2K').slice(1)).toEqual([
      '██░░░░░░░░░░░░░░░░░░ · 下载 模型 3.1/24.0 MB',
      '░░░░░░░░░░░░░░░░░░░░ · 下载 分词表 0.1 MB',
      '░░░░░░░░░░░░░░░░░░░░ · 向量 20/1000',
      '██████████░░░░░░░░░░ · 向量 520/1000 · 每秒 5.0 · 还要 1分36秒',
      '██████████░░░░░░░░░░ · 整理索引 1/2',
    ]);
  });

  test('nothing is left on the line', () => {
    const { progress, written } = createFake(true);
    progress.onStage(files(1));
    progress.clear();
    expect(written().endsWith('\r\x1b[2K')).toBe(true);
    const length = written().length;
    progress.clear();
    expect(written()).toHaveLength(length);
  });

  test('a terminal that does not know its width gets a line all the same', () => {
    const { progress, written } = createFake(true, 0);
    progress.onStage(files(1));
    expect(written()).toContain('文件 1/40');
  });

  test('the line never wraps', () => {
    const { progress, written } = createFake(true, 30);
    progress.onStage(files(1));
    expect(written()).toBe('\r\x1b[2K░░░░░░░░░░░░░░░░░░░░ · 文件 1');
  });
});

describe('elsewhere', () => {
  test('a plain line comes every five seconds and nothing for quick work', () => {
    const { progress, pass, written } = createFake(false);
    for (let done = 0; done < 40; done++) {
      progress.onStage(files(done));
      pass(400);
    }
    progress.clear();
    expect(written().trimEnd().split('\n')).toEqual([
      '文件 13/40 · 稿件 65 · 片段 156 · 每秒 2.5 · 还要 11秒',
      '文件 26/40 · 稿件 130 · 片段 312 · 每秒 2.5 · 还要 6秒',
      '文件 39/40 · 稿件 195 · 片段 468 · 每秒 2.5 · 还要 1秒',
    ]);
  });
});

test('a cut text is a beginning of the text, fits, and could not be longer', () => {
  const width = (text: string) => [...text].reduce((sum, one) => sum + (/[a-z·]/.test(one) ? 1 : 2), 0);
  const characters = fc.constantFrom(...'abc·中文，𠮷');
  fc.assert(
    fc.property(fc.array(characters), fc.nat(60), (parts, columns) => {
      const text = parts.join('');
      const cut = cutToWidth(text, columns);
      expect(text.startsWith(cut)).toBe(true);
      expect(width(cut)).toBeLessThanOrEqual(columns);
      const next = [...text][[...cut].length];
      if (next !== undefined) expect(width(cut + next)).toBeGreaterThan(columns);
    }),
  );
});
