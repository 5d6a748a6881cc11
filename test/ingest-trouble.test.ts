import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { createFakeEmbedder, listArticles, NAME, PAGE } from './helpers/page-of-two.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

describe('ingest, where something is wrong', () => {
  it.each([
    ['empty.txt', ''],
    ['binary.txt', Buffer.from([0x25, 0x50, 0x00, 0x01, 0xff])],
    ['garbled.txt', Buffer.from([0xb1, 0xa8, 0xff, 0xff, 0x20])],
    ['damaged.jsonl.gz', Buffer.from('no gzip')],
    ['blank.jsonl', '\n\n'],
    ['lines.txt', '县里开会\n'.repeat(20_001)],
  ])('says why %s did not go in, and takes the rest', async (name, content) => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [name]: content, [NAME]: PAGE });
    const report = await ingestInto(dataDir, { paths: [folder] });
    const failed = report.files.find(({ status }) => status === 'failed');
    expect(failed?.path.endsWith(name)).toBe(true);
    expect(failed?.reasons[0]).toContain(name);
    expect(await listArticles(dataDir)).toHaveLength(2);
  });

  it('keeps what it had of a file that has become unreadable', async () => {
    const dataDir = makeTemporaryFolder();
    const folder = writeFiles({ [NAME]: PAGE });
    await ingestInto(dataDir, { paths: [folder] });
    writeFiles({ [NAME]: Buffer.from([0, 1, 2]) }, folder);
    const report = await ingestInto(dataDir, { paths: [folder] });
    expect(report.files[0]?.status).toBe('failed');
    expect(await listArticles(dataDir)).toHaveLength(2);
  });

  it.each([
    ['a path that does not exist', { paths: ['/no/such/page.txt'] }, /no\/such/u],
    ['a day that does not exist', { paths: ['.'], date: '2023-02-30' }, /2023-02-30/u],
  ])('refuses %s before anything is written', async (_, options, message) => {
    const dataDir = join(makeTemporaryFolder(), 'never');
    await expect(ingestInto(dataDir, options)).rejects.toThrow(message);
  });

  it('takes in what is there when another path is missing, and says which', async () => {
    const dataDir = makeTemporaryFolder();
    const report = await ingestInto(dataDir, { paths: [writeFiles({ [NAME]: PAGE }), '/no/such'] });
    expect(report.files).toMatchObject([
      { status: 'new' },
      { status: 'failed', reasons: [expect.stringContaining('/no/such')] },
    ]);
  });

  it('names a folder in which there is nothing to ingest', async () => {
    const folder = makeTemporaryFolder();
    await expect(ingestInto(makeTemporaryFolder(), { paths: [folder] })).rejects.toThrow(folder);
  });

  it('keeps the vectors that were made when the endpoint fails half-way, and goes on from there', async () => {
    const dataDir = makeTemporaryFolder();
    const lines = Array.from({ length: 200 }, (_, index) =>
      JSON.stringify({ id: index, text: `第${index}篇稿件。` }),
    );
    const paths = [writeFiles({ 'dump.jsonl': lines.join('\n') })];
    const first = await ingestInto(dataDir, { paths }, createFakeEmbedder(150));
    expect(first.vectors).toEqual({ added: 128, missing: 72 });
    expect(first.notices.join()).toContain('72');
    const second = await ingestInto(dataDir, { paths }, createFakeEmbedder(72));
    expect(second.vectors).toEqual({ added: 72, missing: 0 });
  });

  it('stops between files when it is told to, and completes in the next run', async () => {
    const dataDir = makeTemporaryFolder();
    const files = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`${index}.txt`, PAGE.replaceAll('城南', `${index}`)]),
    );
    const paths = [writeFiles(files)];
    const controller = new AbortController();
    const stopAfterThree = {
      signal: controller.signal,
      onProgress: ({ done }: { done: number }) => done === 3 && controller.abort(),
    };
    await ingestInto(dataDir, { paths }, null, stopAfterThree);
    expect((await listArticles(dataDir)).length).toBeLessThan(12);
    await ingestInto(dataDir, { paths });
    expect(await listArticles(dataDir)).toHaveLength(7);
  });

  it('does not follow a folder that leads back to itself', async () => {
    const folder = writeFiles({ [NAME]: PAGE });
    const { symlinkSync } = await import('node:fs');
    symlinkSync(folder, join(folder, 'loop'));
    const report = await ingestInto(makeTemporaryFolder(), { paths: [folder] });
    expect(report.files).toHaveLength(1);
    rmSync(join(folder, 'loop'));
  });
});
