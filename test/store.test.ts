import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../src/store/archive.js';
import { checkArchive } from '../src/store/check-archive.js';
import { openDatabase } from '../src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../src/store/schema.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { createRecordingLog } from './helpers/recording-log.js';
import { describeStore } from './helpers/store-cases.js';
import type { OpenedStore } from './helpers/store-use.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

async function openLocalStore(dataDir = makeTemporaryFolder()): Promise<OpenedStore> {
  const log = createRecordingLog();
  const writer = await openArchiveWriter({ dataDir, log });
  const archive = await openArchive({ dataDir, log });
  onTestFinished(async () => {
    await archive.close();
    await writer.close().catch(() => {});
  });
  return { archive, writer };
}

describeStore('the local store', () => openLocalStore());

describe('the data folder of the local store', () => {
  it('is made, with an empty archive in it, when somebody only wants to read', async () => {
    const dataDir = join(makeTemporaryFolder(), 'deep', 'data');
    const archive = await openArchive({ dataDir, log: createRecordingLog() });
    expect(await archive.coverage()).toEqual({ newspapers: [], articles: 0, chunks: 0, vectors: 0 });
    await archive.close();
  });

  it('keeps everything over a restart and leaves no scratch file behind', async () => {
    const dataDir = makeTemporaryFolder();
    const log = createRecordingLog();
    const writer = await openArchiveWriter({ dataDir, log });
    await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, [prepareArticle('标题', ['正文。'])]);
    await writer.close();
    const archive = await openArchive({ dataDir, log });
    expect((await archive.loadArticles(['id-标题']))[0]?.body).toBe('正文。');
    await archive.close();
    expect(readdirSync(dataDir).sort()).toEqual(['archive.sqlite', 'writer.lock.sqlite']);
  });

  it('is named in the sentence when a file stands in its place', async () => {
    const dataDir = join(makeTemporaryFolder(), 'data');
    writeFileSync(dataDir, '');
    const log = createRecordingLog();
    await expect(openArchive({ dataDir, log })).rejects.toThrow(`${dataDir} 不是文件夹`);
    await expect(openArchiveWriter({ dataDir, log })).rejects.toThrow(`${dataDir} 不是文件夹`);
  });

  it('is refused when a newer program made it', async () => {
    const dataDir = makeTemporaryFolder();
    const path = join(dataDir, 'archive.sqlite');
    const newer = openDatabase(path, []);
    newer.pragma('user_version = 99');
    newer.close();
    await expect(openArchive({ dataDir, log: createRecordingLog() })).rejects.toThrow('由更新版本的程序建立');
  });

  it('is called damaged when its database is no database, by the reader and by the check', async () => {
    const dataDir = makeTemporaryFolder();
    writeFileSync(join(dataDir, 'archive.sqlite'), 'this is no database, whatever its name says'.repeat(100));
    await expect(openArchive({ dataDir, log: createRecordingLog() })).rejects.toThrow('已损坏');
    const checks = await checkArchive({ dataDir });
    expect(checks.map(({ state }) => state)).toEqual(['ok', 'broken']);
  });

  it('runs the migrations that a database has not had yet, and only these', () => {
    const path = join(makeTemporaryFolder(), 'bot.sqlite');
    openDatabase(path, ['CREATE TABLE one (x)']).close();
    const database = openDatabase(path, ['CREATE TABLE one (x)', 'CREATE TABLE two (x)']);
    expect(database.prepare('SELECT count(*) FROM two').pluck().get()).toBe(0);
    database.close();
  });
});

describe('the check of the local store', () => {
  it('finds nothing wrong, and makes nothing, where there is no archive yet', async () => {
    const dataDir = join(makeTemporaryFolder(), 'data');
    expect((await checkArchive({ dataDir })).map(({ state }) => state)).toEqual(['ok', 'off']);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('says which part is not as it should be', async () => {
    const dataDir = makeTemporaryFolder();
    const { writer } = await openLocalStore(dataDir);
    await writer.writeFile({ path: 'a.txt', fingerprint: '1' }, [
      prepareArticle('甲', ['一。', '二。']),
      prepareArticle('乙', ['三。']),
    ]);
    await writer.flush();
    const states = async () =>
      Object.fromEntries((await checkArchive({ dataDir })).map(({ name, state }) => [name, state]));
    const well = {
      数据文件夹: 'ok',
      数据库: 'ok',
      入库文件: 'ok',
      稿件: 'ok',
      片段: 'ok',
      字词索引: 'ok',
      向量: 'off',
      向量索引文件: 'off',
    };
    expect(await states()).toEqual(well);

    const database = openDatabase(join(dataDir, 'archive.sqlite'), ARCHIVE_MIGRATIONS);
    onTestFinished(() => {
      database.close();
    });
    database.exec('UPDATE chunk SET end_offset = 99 WHERE chunk_id = 1; UPDATE source_file SET complete = 0');
    database.exec("INSERT INTO chunk SELECT 9, article_row, 9, 0, 1, '', '[]', '[]' FROM article LIMIT 1");
    expect(await states()).toEqual({ ...well, 入库文件: 'broken', 片段: 'broken', 字词索引: 'broken' });
  });
});
