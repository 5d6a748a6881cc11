import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { createFakeEmbedder, listArticles, NAME, PAGE } from './helpers/page-of-two.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

describe('ingest', () => {
  it('takes a page in with the issue that its name tells', async () => {
    const dataDir = makeTemporaryFolder();
    const report = await ingestInto(dataDir, { paths: [writeFiles({ [NAME]: PAGE })] });
    expect(report).toMatchObject({
      articles: { added: 2, unchanged: 0, removed: 0 },
      files: [{ status: 'new' }],
    });
    expect(await listArticles(dataDir)).toMatchObject([
      {
        newspaper: '澄州日报',
        issueDate: '2023-02-10',
        issueDateSource: 'file',
        page: '3',
        headline: '城南小学启用新校舍',
      },
      { headline: '县里修通三条公路', byline: '记者 乙二' },
    ]);
  });

  it('lets the options outweigh names and pages', async () => {
    const dataDir = makeTemporaryFolder();
    const paths = [writeFiles({ [NAME]: PAGE })];
    await ingestInto(dataDir, { paths, newspaper: '汀阳晚报', date: '2024-01-05', page: '第07版' });
    const [article] = await listArticles(dataDir);
    expect(article).toMatchObject({
      newspaper: '汀阳晚报',
      issueDate: '2024-01-05',
      issueDateSource: 'given',
      page: '7',
    });
  });

  it('lets a record speak for itself where the options say otherwise', async () => {
    const dataDir = makeTemporaryFolder();
    const lines = ['{"newspaper":"澄州日报","date":"2023-2-1","text":"甲。"}', '{"text":"乙。"}'];
    const paths = [writeFiles({ 'dump.jsonl': lines.join('\n') })];
    await ingestInto(dataDir, { paths, newspaper: '汀阳晚报', date: '2024-01-05' });
    const facts = (await listArticles(dataDir)).map(({ body, newspaper, issueDate, issueDateSource }) => [
      body,
      newspaper,
      issueDate,
      issueDateSource,
    ]);
    expect(facts.sort()).toEqual([
      ['乙。', '汀阳晚报', '2024-01-05', 'given'],
      ['甲。', '澄州日报', '2023-02-01', 'file'],
    ]);
  });

  it('writes and embeds nothing for a file that is in already', async () => {
    const dataDir = makeTemporaryFolder();
    const paths = [writeFiles({ [NAME]: PAGE })];
    await ingestInto(dataDir, { paths }, createFakeEmbedder(2));
    const before = await listArticles(dataDir);
    const report = await ingestInto(dataDir, { paths }, createFakeEmbedder(0));
    expect(report).toMatchObject({
      articles: { added: 0, unchanged: 2, removed: 0 },
      files: [{ status: 'unchanged' }],
    });
    expect(await listArticles(dataDir)).toEqual(before);
  });

  it('replaces what changed and keeps ids and vectors of the rest', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [NAME]: PAGE });
    await ingestInto(dataDir, { paths: [folder] }, createFakeEmbedder(2));
    const [school] = await listArticles(dataDir);
    writeFiles({ [NAME]: PAGE.replace('三条公路全部通车', '四条公路全部通车') }, folder);
    const report = await ingestInto(dataDir, { paths: [folder] }, createFakeEmbedder(1));
    expect(report).toMatchObject({
      articles: { added: 1, unchanged: 1, removed: 1 },
      files: [{ status: 'changed' }],
    });
    const after = await listArticles(dataDir);
    expect(after).toHaveLength(2);
    expect(after[0]?.articleId).toBe(school?.articleId);
    expect(after[1]?.body).toContain('四条公路');
  });

  it('recognises a renamed file', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ 'a.txt': PAGE });
    await ingestInto(dataDir, { paths: [folder] });
    renameSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
    const report = await ingestInto(dataDir, { paths: [folder] });
    expect(report.files).toMatchObject([{ status: 'renamed', articles: 2 }]);
    expect(await listArticles(dataDir)).toHaveLength(2);
  });

  it('stores an article once though it stands in two files, and keeps it while one of them has it', async () => {
    const dataDir = makeTemporaryFolder();
    const line = JSON.stringify({ newspaper: '澄州日报', date: '2023-02-10', text: '城南小学启用新校舍。' });
    const folder = writeFiles({
      'a.jsonl': `${line}\n`,
      'b.jsonl': `${line}\n${JSON.stringify({ text: '别的稿件。' })}`,
    });
    await ingestInto(dataDir, { paths: [folder] });
    expect(await listArticles(dataDir)).toHaveLength(2);
    writeFileSync(join(folder, 'a.jsonl'), JSON.stringify({ text: '换了一篇。' }));
    await ingestInto(dataDir, { paths: [folder] });
    const bodies = (await listArticles(dataDir)).map(({ body }) => body);
    expect(bodies.sort()).toEqual(['换了一篇。', '别的稿件。', '城南小学启用新校舍。'].sort());
  });

  it('takes JSON Lines in, also packed, skips broken lines and names them', async () => {
    const dataDir = makeTemporaryFolder();
    const lines = [
      '{"id":7,"headline":"甲","text":"第一篇。"}',
      '{broken',
      '{"date":"2023-02-30","text":"乙"}',
      '{"text":""}',
    ];
    const folder = writeFiles({ 'dump.jsonl.gz': gzipSync(lines.join('\n')) });
    const report = await ingestInto(dataDir, { paths: [folder] });
    expect(report.files[0]).toMatchObject({ status: 'new', articles: 1 });
    expect(report.files[0]?.reasons).toEqual([
      expect.stringMatching(/第 2 行.*JSON/u),
      expect.stringMatching(/第 3 行.*2023-02-30/u),
      expect.stringMatching(/第 4 行.*text/u),
    ]);
    expect(await listArticles(dataDir)).toMatchObject([{ sourceId: '7', headline: '甲', body: '第一篇。' }]);
  });

  it('stores nothing in a dry run', async () => {
    const dataDir = makeTemporaryFolder();
    const report = await ingestInto(dataDir, { paths: [writeFiles({ [NAME]: PAGE })], dryRun: true });
    expect(report.articles.added).toBe(2);
    expect(await listArticles(dataDir)).toEqual([]);
  });

  it('says in a dry run which files are known already', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [NAME]: PAGE, 'b.txt': PAGE });
    await ingestInto(dataDir, { paths: [folder] });
    writeFiles({ 'b.txt': PAGE.replace('1200', '1300'), 'c.txt': PAGE }, folder);
    const report = await ingestInto(dataDir, { paths: [folder], dryRun: true });
    expect(report.files.map(({ status }) => status)).toEqual(['changed', 'new', 'unchanged']);
    expect(report.articles).toEqual({ added: 4, unchanged: 2, removed: 0 });
  });
});
