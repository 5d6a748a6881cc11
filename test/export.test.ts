import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../src/domain/article.js';
import { openArchive } from '../src/store/archive.js';
import { checkArchive } from '../src/store/check-archive.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { runExport, storeFiles } from './helpers/exports.js';
import { runFake } from './helpers/fake-surroundings.js';
import { parseLines } from './helpers/program.js';
import { silentLog } from './helpers/silent-log.js';
import { headlines } from './helpers/store-use.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const exportOf = async (dataDir: string, ...argv: string[]) => (await runExport(dataDir, ...argv)).stdout;

/** Takes the text in as an export; returns the data folder. */
async function importInto(text: string, dataDir = makeTemporaryFolder()) {
  const folder = writeFiles({ 'out.jsonl': text });
  const report = await ingestInto(dataDir, { paths: [join(folder, 'out.jsonl')] });
  return { dataDir, report };
}

const words = (least = 0) =>
  fc.string({
    unit: fc.constantFrom(...'太原日报讯修路。，\n"\\ a1\u0000\u2028\u{20BB7}'),
    minLength: least,
    maxLength: 12,
  });
const optional = fc.option(words());
const article = fc.record<Partial<Article>>({
  articleId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  ...{ sourceId: optional, newspaper: optional, page: optional, column: optional, kicker: optional },
  ...{ headline: optional, subheadline: optional, dateline: optional, byline: optional },
  issueDate: fc.constantFrom(null, '2023-02-10', '2024-02-29'),
  issueDateSource: fc.constantFrom('file', 'text', 'inferred', 'given', 'none'),
  issueDateEvidence: optional,
  contributors: fc.array(fc.record({ name: words(1), role: fc.constantFrom('reporter', 'photographer') })),
  kind: fc.constantFrom('news', 'poem', 'ad'),
  truncated: fc.constantFrom('start', 'middle', 'end', null),
  body: words(1).map((text) => `本报讯${text}`),
});

describe('an export', () => {
  it('taken into an empty archive gives the same export again, byte for byte', async () => {
    const files = fc.uniqueArray(
      fc.record({ path: words(1), articles: fc.array(article, { minLength: 1, maxLength: 4 }) }),
      { selector: ({ path }) => path, minLength: 1, maxLength: 4 },
    );
    const law = fc.asyncProperty(files, async (given) => {
      const first = makeTemporaryFolder();
      await storeFiles(first, given);
      const text = await exportOf(first);
      const { dataDir, report } = await importInto(text);
      expect(report.files[0]).toMatchObject({ status: 'new', reasons: [] });
      expect(await exportOf(dataDir)).toBe(text);
    });
    await fc.assert(law, { numRuns: 8 });
  });

  const DAYS = ['2023-02-10', '2023-02-11', '2023-02-12'];
  async function storeDays() {
    const dataDir = makeTemporaryFolder();
    const articles = DAYS.map((issueDate, i) => ({ headline: `第${i}条`, articleId: `id${i}`, issueDate }));
    await storeFiles(dataDir, [
      { path: '/报/a.jsonl', articles: [...articles].reverse() },
      { path: '/报/b.txt', articles: [{ headline: '乙', articleId: 'b' }] },
    ]);
    return dataDir;
  }

  it('holds what list --json holds, and what an import needs besides', async () => {
    const lines = parseLines(await exportOf(await storeDays()));
    expect(lines.map(({ headline }) => headline)).toEqual(['第2条', '第1条', '第0条', '乙']);
    expect(Object.keys(lines[0]).slice(0, 4)).toEqual(['baowen', 'articleId', 'sourceId', 'sourceFile']);
    expect(lines[0]).toMatchObject({
      ...{ baowen: 1, articleId: 'id2', sourceFile: '/报/a.jsonl', kind: 'news', truncated: null },
      ...{ contributors: [], issueDateEvidence: null, fileFingerprint: 'of /报/a.jsonl', body: '一。' },
    });
  });

  it('in parts, taken in one after the other, loses nothing, and the original files still count as changed', async () => {
    const source = await storeDays();
    const parts = await Promise.all(DAYS.map((day) => exportOf(source, '--from', day, '--to', day)));
    expect(parts.map((text) => parseLines(text).length)).toEqual(
      [1 + 1, 1, 1].map((n, i) => (i === 0 ? 2 : n)),
    );
    const dataDir = makeTemporaryFolder();
    for (const text of [...parts, ...parts]) await importInto(text, dataDir);
    const archive = await openArchive({ dataDir, log: silentLog });
    expect((await headlines(archive)).sort()).toEqual(['乙', '第0条', '第1条', '第2条']);
    await archive.close();
    const writer = await openArchiveWriter({ dataDir, log: silentLog });
    expect((await writer.loadFile('/报/a.jsonl'))?.fingerprint).not.toBe('of /报/a.jsonl');
    expect((await writer.loadFile('/报/b.txt'))?.fingerprint).toBe('of /报/b.txt');
    await writer.close();
  });

  it('whose lines were sorted loses nothing either', async () => {
    const source = await storeDays();
    const lines = (await exportOf(source)).trim().split('\n');
    const { dataDir } = await importInto([lines[1], lines[3], lines[0], lines[2]].join('\n'));
    const archive = await openArchive({ dataDir, log: silentLog });
    expect(await headlines(archive)).toHaveLength(4);
    await archive.close();
  });

  it('taken in again changes nothing, and its vectors and words are there', async () => {
    const text = await exportOf(await storeDays());
    const { dataDir } = await importInto(text);
    const { report } = await importInto(text, dataDir);
    expect(report.articles).toEqual({ added: 0, unchanged: 4, removed: 0 });
    expect(report.files[0]?.status).toBe('unchanged');
    const checks = await checkArchive({ dataDir });
    expect(checks.filter(({ state }) => state === 'broken')).toEqual([]);
  });

  it('is no ground for pruning: its files vanish from here only after they have been here', async () => {
    const folder = writeFiles({ 'a.jsonl': '{"text":"甲稿。"}', 'b.jsonl': '{"text":"乙稿。"}' });
    const [a, b] = ['a.jsonl', 'b.jsonl'].map((name) => join(folder, name)) as [string, string];
    const first = makeTemporaryFolder();
    await ingestInto(first, { paths: [folder] });
    const { dataDir } = await importInto(await exportOf(first));
    const prune = async () => {
      const { files } = await ingestInto(dataDir, { paths: [folder], prune: true });
      return files.map(({ path, status }) => [path, status]);
    };
    renameSync(a, `${a}.away`);
    expect(await prune()).toEqual([[b, 'unchanged']]);
    renameSync(`${a}.away`, a);
    expect(await prune()).toEqual([
      [a, 'unchanged'],
      [b, 'unchanged'],
    ]);
    rmSync(a);
    expect(await prune()).toEqual([
      [b, 'unchanged'],
      [a, 'pruned'],
    ]);
  });

  it('says which lines are none of its own, and takes the rest in', async () => {
    const text = await exportOf(await storeDays());
    const [first, ...rest] = text.trim().split('\n');
    const broken = [
      first,
      '{"text":"别的"}',
      '{"baowen":1,"articleId":"x"}',
      first?.replace('"baowen":1', '"baowen":2'),
      '{"baowen":',
      ...rest.map((line) => line.replace('"kind":"news"', '"kind":"new"')),
    ];
    const { report } = await importInto(broken.join('\n'));
    expect(report.articles.added).toBe(1);
    expect(report.files[0]?.reasons.map((reason) => reason.replace(/^.*”/u, ''))).toEqual([
      '第 2 行不是 export 写出的稿件，已略过这一行。',
      '第 3 行的 sourceFile 缺失或不对，已略过这一行。',
      '第 4 行由更新版本的程序写出，请升级程序后再入库，已略过这一行。',
      '第 5 行不是有效的 JSON，已略过这一行。',
      ...[6, 7, 8].map((line) => `第 ${line} 行的 kind 缺失或不对，已略过这一行。`),
    ]);
  });

  it('goes into a file, packed where its name says so, and never into the data folder', async () => {
    const dataDir = await storeDays();
    const folder = makeTemporaryFolder();
    const file = join(folder, '全部.jsonl.gz');
    expect(await runExport(dataDir, file)).toEqual({
      ...{ code: 0, open: 0, stdout: '' },
      stderr: `已导出 4 篇稿件：${file}。\n`,
    });
    expect(gunzipSync(readFileSync(file)).toString()).toBe(await exportOf(dataDir));
    const inside = await runExport(dataDir, join(dataDir, 'archive.sqlite'));
    expect(inside).toMatchObject({ code: 2, stderr: expect.stringContaining('不能写到那里') });
    const nowhere = await runExport(dataDir, join(file, 'x.jsonl'));
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringMatching(/导出写不进 .*（?ENOTDIR/) });
  });

  it('that breaks off leaves the file that was there', async () => {
    const file = join(makeTemporaryFolder(), 'x.jsonl');
    writeFileSync(file, 'before');
    const failing = async function* (): AsyncGenerator<never> {
      yield* [];
      throw new Error('broken off');
    };
    const ended = await runFake(['export', file, '--data', 'data'], { exportArticles: failing });
    expect(ended.code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });
});
