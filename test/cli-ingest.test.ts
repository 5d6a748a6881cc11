import { describe, expect, test } from 'vitest';
import { UsageError } from '../src/domain/errors.js';
import type { Ingester, IngestOptions, IngestReport } from '../src/domain/ports.js';
import type { WatchFolders } from '../src/domain/watch-folders.js';
import { ended, runFake } from './helpers/fake-surroundings.js';

describe('ingest', () => {
  const report: IngestReport = {
    files: [
      { path: 'a.txt', status: 'new', articles: 5, reasons: [] },
      { path: 'b.txt', status: 'unchanged', articles: 4, reasons: [] },
    ],
    articles: { added: 5, unchanged: 4, removed: 0 },
    chunks: 12,
    vectors: { added: 12, missing: 0 },
    notices: [],
    seconds: 1.26,
  };
  const ingesting = (made: IngestReport, calls: unknown[] = []) => ({
    createIngester:
      (): Ingester =>
      async (options, { onExplain, onProgress }) => {
        calls.push(options);
        onProgress?.({ stage: 'files', done: 1, total: 2, articles: 5, chunks: 12 });
        if (options.paths.length) onExplain?.('■ a.txt');
        return made;
      },
  });

  test('prints the totals', async () => {
    const calls: unknown[] = [];
    const argv = [
      'ingest',
      'a.txt',
      'b.txt',
      '--newspaper',
      '澄州日报',
      '--date',
      '2023-02-10',
      '--page',
      '3',
    ];
    expect(await runFake(argv, ingesting(report, calls))).toEqual({
      ...ended,
      stdout: `■ a.txt
文件：新增 1，未变 1
稿件：新增 5，移除 0，未变 4
片段：写入 12；向量：写入 12
用时 1.3 秒。
`,
    });
    const given = { newspaper: '澄州日报', date: '2023-02-10', page: '3' };
    const flags = { dryRun: false, reembed: false, explain: false, prune: false, wait: true };
    expect(calls).toEqual([{ paths: ['a.txt', 'b.txt'], ...given, ...flags }]);
  });

  test('says how many chunks have no vector yet', async () => {
    const { stdout } = await runFake(
      ['ingest', 'a.txt'],
      ingesting({ ...report, vectors: { added: 4, missing: 8 } }),
    );
    expect(stdout).toContain('片段：写入 12；向量：写入 4，还缺 8，以后入库时补上\n');
  });

  test('says of vectors made anew nothing about files', async () => {
    const articles = { added: 0, unchanged: 0, removed: 0 };
    const remade = { ...report, files: [], articles, chunks: 0, vectors: { added: 12, missing: 0 } };
    const { stdout, code } = await runFake(['ingest', '--re-embed'], ingesting(remade));
    expect({ stdout, code }).toEqual({
      stdout: '片段：写入 0；向量：写入 12\n用时 1.3 秒。\n',
      code: 0,
    });
  });

  test('says why a file failed and exits with 1', async () => {
    const failed = {
      path: 'c.txt',
      status: 'failed' as const,
      articles: 0,
      reasons: ['“c.txt”是空文件。', '原因不详。'],
    };
    const notices = ['只按字词检索。'];
    const ran = await runFake(
      ['ingest', '.'],
      ingesting({ ...report, files: [...report.files, failed], notices }),
    );
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe('“c.txt”是空文件。\n“c.txt”：原因不详。\n只按字词检索。\n');
    expect(ran.stdout).toContain('文件：新增 1，未变 1，失败 1');
  });

  test('a second run says that nothing changed', async () => {
    const files = [{ path: 'b.txt', status: 'unchanged' as const, articles: 4, reasons: [] }];
    const none = { added: 0, unchanged: 4, removed: 0 };
    const again = { ...report, files, articles: none, chunks: 0, vectors: { added: 0, missing: 0 } };
    const { stdout, code } = await runFake(['ingest', 'b.txt'], ingesting(again));
    expect({ stdout, code }).toEqual({
      stdout: '■ a.txt\n没有变化：1 个文件都已经在档案里。\n用时 1.3 秒。\n',
      code: 0,
    });
  });

  test('--json is the report on one line, explanations go to standard error', async () => {
    const ran = await runFake(['ingest', 'a.txt', '--json', '--explain'], ingesting(report));
    expect(ran).toEqual({ ...ended, stdout: `${JSON.stringify(report)}\n`, stderr: '■ a.txt\n' });
  });

  test('where there is nothing to take in it says where it looked', async () => {
    const ran = await runFake(['ingest', '空'], ingesting({ ...report, files: [] }));
    expect(ran).toMatchObject({ code: 1, stdout: '■ a.txt\n' });
    expect(ran.stderr).toContain('没有找到可以入库的文件：空。');
  });

  test('of thousands of files with the same trouble the first ones are named and the others counted', async () => {
    const files = Array.from({ length: 3000 }, (_, i) => ({
      ...{ path: `/日报/${i}.txt`, status: 'failed' as const, articles: 0 },
      reasons: [`“/日报/${i}.txt”是空文件。`],
    }));
    const { stderr, stdout } = await runFake(['ingest', '/日报'], ingesting({ ...report, files }));
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[5]).toBe('还有 2995 处与这里相同：“/日报/0.txt”是空文件。');
    expect(stdout).toContain('文件：失败 3000');
  });

  test('says which files have gone, and what to do to take their articles out', async () => {
    const gone = { path: '/日报/旧.txt', status: 'vanished' as const, articles: 4, reasons: [] };
    const ran = await runFake(['ingest', '/日报'], ingesting({ ...report, files: [gone] }));
    expect(ran.code).toBe(0);
    expect(ran.stderr).toBe('“/日报/旧.txt”不见了，它的 4 篇稿件还在档案里。\n');
    expect(ran.stdout).toContain('文件：消失 1\n');
    expect(ran.stdout).toContain('--prune');
    const pruned = { ...gone, status: 'pruned' as const };
    const again = await runFake(['ingest', '/日报', '--prune'], ingesting({ ...report, files: [pruned] }));
    expect(again.stderr).toBe('“/日报/旧.txt”不见了，已清除它的稿件。\n');
    expect(again.stdout).toContain('文件：清除 1\n');
  });

  test('--watch prints one line a batch, or one record with --json, and ends with 0', async () => {
    const parts: unknown[] = [];
    const watchFolders: WatchFolders = async (_, takeIn) => {
      for (const path of ['/a.txt', '/b.txt']) await takeIn({ files: new Set([path]), vanished: false });
    };
    const given = { ...ingesting(report, parts), watchFolders };
    const ran = await runFake(['ingest', '/日报', '--watch'], given);
    expect(ran.code).toBe(0);
    const line =
      '10:00:00 文件：新增 1，未变 1；稿件：新增 5，移除 0，未变 4；片段：写入 12；向量：写入 12；用时 1.3 秒。';
    expect(ran.stdout).toBe(`■ a.txt\n${line}\n`.repeat(2));
    expect(parts).toMatchObject([{ paths: [] }, { part: { files: new Set(['/a.txt']) } }, {}]);
    const { stdout } = await runFake(['ingest', '/日报', '--watch', '--json'], given);
    expect(stdout).toBe(`${JSON.stringify(report)}\n`.repeat(2));
  });

  test('--watch with an option that nobody knows ends at once, however long nothing comes', async () => {
    const asked: IngestOptions[] = [];
    const ingest: Ingester = async (options) => {
      asked.push(options);
      throw new UsageError('不认识编码。');
    };
    const watchFolders: WatchFolders = () => Promise.reject(new Error('Nothing is to be watched.'));
    const ran = await runFake(['ingest', '/日报', '--watch', '--encoding', 'klingon'], {
      createIngester: () => ingest,
      watchFolders,
    });
    expect(ran).toMatchObject({ code: 2, stderr: '不认识编码。\n' });
    expect(asked).toMatchObject([{ paths: [], dryRun: true, encoding: 'klingon' }]);
  });

  test('--watch with what can only be done once is refused', async () => {
    expect(await runFake(['ingest', '/日报', '--watch', '--dry-run'])).toMatchObject({ code: 2 });
  });
});
