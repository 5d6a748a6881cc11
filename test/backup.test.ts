import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../src/store/archive.js';
import { backUp } from '../src/store/backup/back-up.js';
import { openBotStore } from '../src/store/bot/open-bot-store.js';
import { checkArchive } from '../src/store/check-archive.js';
import { sha256OfFile } from '../src/system/sha256-of-file.js';
import { runFake } from './helpers/fake-surroundings.js';
import { makeUnitVector, prepareArticle } from './helpers/prepared-article.js';
import { silentLog } from './helpers/silent-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';
import { addArticles, DIMENSION, find, graphOf, openStore } from './helpers/vector-archive.js';

const world = { now: new Date('2023-02-12T02:00:00Z'), signal: new AbortController().signal, onBytes() {} };
const files = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

/** An archive with vectors, people and a file that was sent; its writer stays open, as in a running ingest. */
async function openLiving() {
  const store = await openStore();
  const { dataDir, writer } = store;
  await addArticles(writer, 'a', 20);
  await writer.saveVectorIndex();
  const bot = openBotStore(dataDir);
  onTestFinished(() => bot.close());
  const path = join(dataDir, 'inbox', 'abc', '一.txt');
  mkdirSync(join(dataDir, 'inbox', 'abc'), { recursive: true });
  writeFileSync(path, '本报讯 一。');
  bot.uploads.add({ adminId: 7, name: '一.txt', path, at: new Date(0) });
  return { ...store, bot, target: join(makeTemporaryFolder(), 'backup') };
}

describe('a backup', () => {
  it('can be used as the data folder that it was made of, and each checksum is that of its file', async () => {
    const { dataDir, archive, target } = await openLiving();
    const report = await backUp(dataDir, target, world);
    expect(files(target)).toEqual([
      ...['archive.sqlite', 'backup.json', 'bot.sqlite', 'inbox', 'inbox/abc', 'inbox/abc/一.txt'],
      ...['vectors.hnsw', 'vectors.json'],
    ]);
    const manifest = JSON.parse(readFileSync(join(target, 'backup.json'), 'utf8'));
    expect(manifest).toMatchObject({ baowenBackup: 1, at: '2023-02-12T02:00:00.000Z' });
    for (const { path, sha256, bytes } of manifest.files) {
      expect(await sha256OfFile(join(target, path))).toBe(sha256);
      expect(readFileSync(join(target, path))).toHaveLength(bytes);
    }
    expect(report).toMatchObject({ files: manifest.files.length, notices: [] });
    const copy = await openArchive({ dataDir: target, log: silentLog });
    onTestFinished(() => copy.close());
    const vector = makeUnitVector(9001, DIMENSION);
    expect(await find(copy, vector)).toEqual(await find(archive, vector));
    expect(await copy.coverage()).toEqual(await archive.coverage());
    const people = openBotStore(target);
    expect(people.uploads.findLast(7)?.name).toBe('一.txt');
    people.close();
  });

  it('is of one state while an ingest goes on writing, and holds it whole', async () => {
    const { dataDir, writer, target } = await openLiving();
    let isDone = false;
    const writing = (async () => {
      for (let round = 0; !isDone; round++) {
        // Each round is one transaction of three articles, in place of the round before.
        const articles = [0, 1, 2].map((n) => prepareArticle(`${round}之${n}`, [`第${round}轮。`]));
        await writer.writeFile({ path: 'rounds', fingerprint: `${round}` }, articles);
        await writer.flush();
        await setImmediate();
      }
    })();
    await backUp(dataDir, target, world);
    isDone = true;
    await writing;
    const copy = await openArchive({ dataDir: target, log: silentLog });
    onTestFinished(() => copy.close());
    const bodies: string[] = [];
    for await (const { sourceFile, body } of copy.listArticles({})) if (sourceFile !== 'a') bodies.push(body);
    expect([0, 3]).toContain(bodies.length);
    expect(new Set(bodies).size).toBeLessThanOrEqual(1);
    const checks = await checkArchive({ dataDir: target });
    expect(checks.filter(({ state }) => state === 'broken')).toEqual([]);
  });

  it('leaves an index out that does not fit, as the next ingest makes a new one', async () => {
    const { dataDir, target } = await openLiving();
    truncateSync(graphOf(dataDir), 100);
    await backUp(dataDir, target, world);
    expect(files(target)).not.toContain('vectors.hnsw');
    expect(files(target)).not.toContain('vectors.json');
  });

  it('refuses to go into the data folder, over anything, or to be of nothing', async () => {
    const { dataDir, target } = await openLiving();
    await expect(backUp(dataDir, join(dataDir, 'b'), world)).rejects.toThrow('备份要放在它的外面');
    mkdirSync(target);
    writeFileSync(join(target, 'mine.txt'), '');
    await expect(backUp(dataDir, target, world)).rejects.toThrow('备份不会覆盖它');
    await expect(backUp(dataDir, join(target, 'mine.txt'), world)).rejects.toThrow('备份不会覆盖它');
    expect(files(target)).toEqual(['mine.txt']);
    await expect(backUp(join(target, 'no'), target, world)).rejects.toThrow('没有可以备份的');
  });

  it('that is stopped, or of a damaged archive, leaves nothing behind', async () => {
    const { dataDir, writer, archive, target } = await openLiving();
    const stopped = AbortSignal.abort();
    await expect(backUp(dataDir, target, { ...world, signal: stopped })).rejects.toThrow('abort');
    expect(existsSync(target)).toBe(false);
    await archive.close();
    await writer.close();
    const bytes = readFileSync(join(dataDir, 'archive.sqlite'));
    bytes.fill(0, bytes.length - 3 * 8192, bytes.length - 8192);
    writeFileSync(join(dataDir, 'archive.sqlite'), bytes);
    await expect(backUp(dataDir, target, world)).rejects.toThrow('备份没有通过检查，已经丢弃');
    expect(existsSync(target)).toBe(false);
  });

  it('is told in a sentence on the command line', async () => {
    const backup = async () => ({ files: 3, bytes: 1_250_000, notices: ['注意。'] });
    expect(await runFake(['backup', '/b'], { backUp: backup })).toEqual({
      ...{ code: 0, open: 0, stderr: '注意。\n' },
      stdout: '已备份 3 个文件，共 1.3 MB，逐一核对无误：/b。恢复时用 --data /b，或把它复制成数据文件夹。\n',
    });
    expect(await runFake(['backup'])).toMatchObject({ code: 2 });
    expect(await runFake(['backup', '/a', '/b'])).toMatchObject({ code: 2 });
  });
});
