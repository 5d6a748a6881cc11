import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IngestReport } from '../src/domain/ports.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { listArticles } from './helpers/page-of-two.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const line = (text: string) => JSON.stringify({ newspaper: '澄州日报', date: '2023-02-10', text });
const FILES = { 'a.jsonl': line('甲稿。'), 'b.jsonl': line('乙稿。'), 'day/c.jsonl': line('丙稿。') };
const byStatus = ({ files }: IngestReport, status: string) =>
  files.filter((file) => file.status === status).map(({ path }) => path);
const bodies = async (dataDir: string) => (await listArticles(dataDir)).map(({ body }) => body).sort();

async function makeArchive() {
  const dataDir = makeTemporaryFolder();
  const folder = writeFiles(FILES);
  await ingestInto(dataDir, { paths: [folder] });
  return { dataDir, folder };
}

describe('a file that has gone from a folder', () => {
  it('is told of and kept, and goes with --prune', async () => {
    const { dataDir, folder } = await makeArchive();
    rmSync(join(folder, 'a.jsonl'));
    const told = await ingestInto(dataDir, { paths: [folder] });
    expect(byStatus(told, 'vanished')).toEqual([join(folder, 'a.jsonl')]);
    expect(await bodies(dataDir)).toHaveLength(3);
    const tried = await ingestInto(dataDir, { paths: [folder], prune: true, dryRun: true });
    expect(byStatus(tried, 'vanished')).toEqual([join(folder, 'a.jsonl')]);
    expect(await bodies(dataDir)).toHaveLength(3);
    const pruned = await ingestInto(dataDir, { paths: [folder], prune: true });
    expect(byStatus(pruned, 'pruned')).toEqual([join(folder, 'a.jsonl')]);
    expect(pruned.articles.removed).toBe(1);
    expect(await bodies(dataDir)).toEqual(['丙稿。', '乙稿。']);
    expect((await ingestInto(dataDir, { paths: [folder] })).files).toHaveLength(2);
  });

  it('goes with the whole folder that it lay in', async () => {
    const { dataDir, folder } = await makeArchive();
    rmSync(join(folder, 'day'), { recursive: true });
    await ingestInto(dataDir, { paths: [folder], prune: true });
    expect(await bodies(dataDir)).toEqual(['乙稿。', '甲稿。']);
  });

  it('has not gone when it was renamed', async () => {
    const { dataDir, folder } = await makeArchive();
    renameSync(join(folder, 'a.jsonl'), join(folder, 'z.jsonl'));
    const report = await ingestInto(dataDir, { paths: [folder], prune: true });
    expect(byStatus(report, 'renamed')).toEqual([join(folder, 'z.jsonl')]);
    expect(byStatus(report, 'pruned')).toEqual([]);
    expect(await bodies(dataDir)).toHaveLength(3);
  });

  it('leaves what another file holds as well', async () => {
    const { dataDir, folder } = await makeArchive();
    writeFileSync(join(folder, 'copy.jsonl'), `${FILES['a.jsonl']}\n${line('丁稿。')}`);
    await ingestInto(dataDir, { paths: [folder] });
    rmSync(join(folder, 'a.jsonl'));
    const report = await ingestInto(dataDir, { paths: [folder], prune: true });
    expect(report.articles.removed).toBe(0);
    expect(await bodies(dataDir)).toHaveLength(4);
  });

  it('counts in the folders of the run alone', async () => {
    const { dataDir, folder } = await makeArchive();
    rmSync(join(folder, 'a.jsonl'));
    const other = writeFiles({ 'x.jsonl': line('别处。') });
    for (const paths of [[other], [join(folder, 'day')], [join(folder, 'b.jsonl')]]) {
      const report = await ingestInto(dataDir, { paths, prune: true });
      expect(byStatus(report, 'pruned')).toEqual([]);
    }
    const report = await ingestInto(dataDir, { paths: [other, folder], prune: true });
    expect(byStatus(report, 'pruned')).toEqual([join(folder, 'a.jsonl')]);
  });
});

describe('nothing is pruned', () => {
  it('when the folder is missing or empty, as one is whose disk is not mounted', async () => {
    const { dataDir, folder } = await makeArchive();
    const other = writeFiles({ 'x.jsonl': line('别处。') });
    rmSync(folder, { recursive: true });
    await ingestInto(dataDir, { paths: [folder, other], prune: true });
    mkdirSync(folder);
    await ingestInto(dataDir, { paths: [folder, other], prune: true });
    await expect(ingestInto(dataDir, { paths: [folder], prune: true })).rejects.toThrow(folder);
    expect(await bodies(dataDir)).toHaveLength(4);
  });

  it('when the run was interrupted', async () => {
    const { dataDir, folder } = await makeArchive();
    rmSync(join(folder, 'a.jsonl'));
    const report = await ingestInto(dataDir, { paths: [folder], prune: true }, null, {
      signal: AbortSignal.abort(),
    });
    expect(report.files).toEqual([]);
    expect(await bodies(dataDir)).toHaveLength(3);
  });

  it.skipIf(process.getuid?.() === 0)('of a folder that may not be looked into', async () => {
    const { dataDir, folder } = await makeArchive();
    chmodSync(join(folder, 'day'), 0o000);
    const report = await ingestInto(dataDir, { paths: [folder], prune: true });
    chmodSync(join(folder, 'day'), 0o755);
    expect(byStatus(report, 'failed')).toEqual([join(folder, 'day')]);
    expect(await bodies(dataDir)).toHaveLength(3);
  });
});
