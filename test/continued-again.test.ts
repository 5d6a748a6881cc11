import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import {
  BRIDGE,
  expectApart,
  expectJoinedOnce,
  holding,
  ONE,
  PAGE_1,
  PAGE_2,
  pageOf,
  ROADS,
  SCHOOL,
  TWO,
  WHOLE,
} from './helpers/continued-pages.js';
import { listArticles } from './helpers/page-of-two.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

describe('ingesting continued pages again', () => {
  it('writes nothing where nothing changed', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2 });
    await ingestInto(dataDir, { paths: [join(folder, TWO)] });
    await ingestInto(dataDir, { paths: [join(folder, ONE)] });
    const before = await listArticles(dataDir);
    for (const paths of [[folder], [join(folder, ONE)], [join(folder, TWO)]]) {
      const report = await ingestInto(dataDir, { paths });
      expect(report.articles).toMatchObject({ added: 0, removed: 0 });
      expect(report.files.every(({ status }) => status === 'unchanged')).toBe(true);
    }
    expect(await listArticles(dataDir)).toEqual(before);
  });

  it('completes in the next run what was interrupted between two pages', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2 });
    await ingestInto(dataDir, { paths: [join(folder, ONE)] });
    const controller = new AbortController();
    const onProgress = ({ done }: { done: number }) => done === 0 && controller.abort();
    const stopped = { signal: controller.signal, onProgress };
    await ingestInto(dataDir, { paths: [join(folder, TWO)] }, null, stopped);
    expect(await holding(dataDir, BRIDGE.first)).toHaveLength(2);
    const report = await ingestInto(dataDir, { paths: [join(folder, TWO)] });
    expect(report.files.map(({ status }) => status)).toEqual(['unchanged', 'changed']);
    await expectJoinedOnce(dataDir);
  });

  it('brings the whole article up to date when one of its pages changes', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2 });
    await ingestInto(dataDir, { paths: [folder] });
    writeFiles({ [TWO]: PAGE_2.replace('汛期之前', '国庆之前') }, folder);
    const report = await ingestInto(dataDir, { paths: [join(folder, TWO)] });
    expect(report.files).toMatchObject([
      { path: join(folder, TWO), status: 'changed' },
      { path: join(folder, ONE), status: 'changed' },
    ]);
    expect(await holding(dataDir, '石渡大桥')).toMatchObject([{ body: WHOLE.replace('汛期', '国庆') }]);
  });

  it('recognises pages that moved to another folder', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2 });
    await ingestInto(dataDir, { paths: [folder] });
    const moved = join(folder, 'moved');
    mkdirSync(moved);
    for (const name of [ONE, TWO]) renameSync(join(folder, name), join(moved, name));
    const report = await ingestInto(dataDir, { paths: [folder] });
    expect(report.files.map(({ status }) => status)).toEqual(['renamed', 'renamed']);
    await expectJoinedOnce(dataDir);
  });

  it('takes a page in whose other page cannot be read any more', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2 });
    await ingestInto(dataDir, { paths: [join(folder, ONE)] });
    rmSync(join(folder, ONE));
    const report = await ingestInto(dataDir, { paths: [folder] });
    expect(report.files).toMatchObject([{ status: 'new', articles: 2 }, { status: 'vanished' }]);
    await expectApart(dataDir);
  });

  it('joins in a dry run what is in the run, and stores nothing', async () => {
    const dataDir = makeTemporaryFolder();
    const paths = [writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2 })];
    const explained: string[] = [];
    const report = await ingestInto(dataDir, { paths, dryRun: true }, null, {
      onExplain: (text) => explained.push(text),
    });
    expect(report.files.map(({ articles }) => articles)).toEqual([2, 2]);
    expect(explained.join()).toContain('（下转第2版）');
    expect(await listArticles(dataDir)).toEqual([]);
  });

  it('keeps a copy of a page from being taken for a second continuation', async () => {
    const dataDir = makeTemporaryFolder();
    const paths = [writeFiles({ [ONE]: PAGE_1, [TWO]: PAGE_2, [`copy/${TWO}`]: PAGE_2 })];
    await ingestInto(dataDir, { paths });
    await expectJoinedOnce(dataDir);
  });
});

it('leaves a page without markers as it was', async () => {
  const dataDir = makeTemporaryFolder();
  await ingestInto(dataDir, { paths: [writeFiles({ [ONE]: pageOf(SCHOOL, ROADS) })] });
  expect(await listArticles(dataDir)).toMatchObject([{ truncated: null }, { truncated: null }]);
});
