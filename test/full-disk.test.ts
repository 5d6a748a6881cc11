import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { backUp } from '../src/store/backup/back-up.js';
import { checkArchive } from '../src/store/check-archive.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { runExport } from './helpers/exports.js';
import { silentLog as log } from './helpers/silent-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';
import { addArticles } from './helpers/vector-archive.js';

/** A small disk of its own; null where this user may not mount one. */
function mountDisk(kilobytes: number): string | null {
  const disk = makeTemporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', [disk]);
  });
  return disk;
}

const file = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify({ headline: `${name}${i}`, text: `本报讯 第${i}条。${'公路通车了。'.repeat(100)}` }),
  ).join('\n');

it('a full disk loses nothing, is told in a sentence, and the same work goes through when there is room', async (context) => {
  const disk = mountDisk(3000);
  if (disk === null) return context.skip('mounting a small disk is not allowed here');
  const dataDir = join(disk, 'data');
  const paths = ['a', 'b', 'c'].map((name) =>
    join(writeFiles({ [`${name}.jsonl`]: file(name, 12) }), `${name}.jsonl`),
  );
  await ingestInto(dataDir, { paths: paths.slice(0, 1) });
  const ballast = join(disk, 'ballast');
  const fill = (left: number) => {
    rmSync(ballast, { force: true });
    const { stdout } = spawnSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' });
    writeFileSync(ballast, Buffer.alloc(Number(stdout.split('\n')[1]) - left));
  };
  const brokenIn = async () =>
    (await checkArchive({ dataDir })).flatMap(({ name, state }) => (state === 'broken' ? [name] : []));
  for (const left of [0, 8_000, 40_000, 100_000]) {
    fill(left);
    await expect(ingestInto(dataDir, { paths })).rejects.toThrow('写不进去，多半是磁盘已满');
    expect(await brokenIn()).toEqual(['数据文件夹']);
  }
  fill(20_000);
  await expect(backUp(dataDir, join(disk, 'backup'), world)).rejects.toThrow(/备份写不进|写不进去/);
  const exported = await runExport(dataDir, join(disk, 'out.jsonl'));
  expect(exported).toMatchObject({ code: 1, stderr: expect.stringContaining('导出写不进') });
  expect(readdirSync(disk).sort()).toEqual(['ballast', 'data']);
  rmSync(ballast);
  expect((await ingestInto(dataDir, { paths })).articles).toMatchObject({ added: 24, unchanged: 12 });
  expect(await brokenIn()).toEqual([]);
});

const world = { now: new Date(0), signal: new AbortController().signal, onBytes() {} };

it('an index that finds no room leaves the old one and no half of a new one', async (context) => {
  const disk = mountDisk(2000);
  if (disk === null) return context.skip('mounting a small disk is not allowed here');
  const dataDir = join(disk, 'data');
  mkdirSync(dataDir);
  const writer = await openArchiveWriter({ dataDir, log });
  onTestFinished(() => writer.close());
  await addArticles(writer, 'a', 10);
  await writer.saveVectorIndex();
  await addArticles(writer, 'b', 40);
  const ballast = join(disk, 'ballast');
  const { stdout } = spawnSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' });
  writeFileSync(ballast, Buffer.alloc(Number(stdout.split('\n')[1]) - 30_000));
  await expect(writer.saveVectorIndex()).rejects.toThrow('写不进去，多半是磁盘已满');
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.part'))).toEqual([]);
  const index = async () => (await checkArchive({ dataDir })).find(({ name }) => name === '向量索引文件');
  expect(await index()).toMatchObject({ state: 'ok', message: '完好：100 个向量在文件里，400 个直接比较。' });
  rmSync(ballast);
  await writer.saveVectorIndex();
  expect(await index()).toMatchObject({ state: 'ok', message: '完好：500 个向量在文件里，0 个直接比较。' });
});
