import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { prepareChunks } from '../ingest/prepare/prepare-chunks.js';
import { EmbeddingMismatchError } from '../src/domain/errors.js';
import { localStore } from '../src/store/local-store.js';
import { type MigrateWorld, migrate } from '../src/store/migrate/migrate.js';
import { openDatabase } from '../src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../src/store/schema.js';
import type { Store } from '../src/store/store.js';
import { describeArchive, fillArchive, prepareAsIngest, SHARED } from './helpers/filled-archive.js';
import { prepareArticle } from './helpers/prepared-article.js';
import { silentLog } from './helpers/silent-log.js';
import { embedAll, MODEL } from './helpers/store-use.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const running = new AbortController().signal;
const world: MigrateWorld = { prepareChunks, log: silentLog, signal: running, onProgress: () => {} };
const run = (from: Store, to: Store, given: Partial<MigrateWorld> = {}) =>
  migrate(from, to, { ...world, ...given });

async function openFilled() {
  const dataDir = makeTemporaryFolder();
  const from = localStore(dataDir);
  await fillArchive(from);
  const targetDir = join(makeTemporaryFolder(), 'data');
  return { dataDir, from, targetDir, to: localStore(targetDir) };
}

describe('migrate', () => {
  it('makes the same archive: files in their order, removed articles gone, vectors carried over', async () => {
    const { from, to } = await openFilled();
    const report = await run(from, to);
    const source = await describeArchive(from);
    expect(report).toEqual({
      ...{ files: 4, articles: 4, chunks: 4, vectors: 4, skipped: 0, notices: [] },
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await describeArchive(to)).toEqual(source);
    expect(source.vectors).not.toContain(null);
    expect(source.articles.map(({ headline }) => headline)).not.toContain('撤稿');
  });

  it('passes over what is there, writes what has changed since and leaves what only the target has', async () => {
    const { from, to } = await openFilled();
    const first = await run(from, to);
    expect(await run(from, to)).toEqual({ ...first, skipped: 4 });
    const writer = await from.openWriter(silentLog);
    await writer.removeArticle('id-留稿');
    await writer.writeFile({ path: 'a.txt', fingerprint: 'changed' }, [SHARED, prepareAsIngest('新闻')]);
    await writer.close();
    const again = await run(from, to);
    // c.txt has nothing left, so the source has forgotten it; the target has it still.
    expect(again).toMatchObject({ files: 3, articles: 3, vectors: 2, skipped: 2 });
    expect(again.notices).toEqual(['目标里另有 1 个源里没有的文件，它们照旧，没有核对。']);
    expect(again.checksum).not.toBe(first.checksum);
    const { files, exported } = await describeArchive(to);
    expect(files.map(({ path }) => path)).toEqual(['a.txt', 'c.txt', 'd.txt', 'z.txt']);
    expect(exported.map(({ article }) => article.headline).sort()).toEqual(
      ['两处都登', '两处都登', '新桥', '新闻', '留稿'].sort(),
    );
  });

  it('ends in order between two files when it is stopped, and goes on where it was', async () => {
    const { from, to } = await openFilled();
    const stopper = new AbortController();
    const onProgress = ({ done }: { done: number }) => {
      if (done === 2) stopper.abort();
    };
    await expect(run(from, to, { signal: stopper.signal, onProgress })).rejects.toThrow('abort');
    const half = await describeArchive(to);
    expect(half.files.map(({ path }) => path)).toEqual(['a.txt', 'z.txt']);
    expect(await run(from, to)).toMatchObject({ files: 4, skipped: 2, vectors: 4 });
    expect(await describeArchive(to)).toEqual(await describeArchive(from));
  });

  it('carries over the vectors that are missing where it was stopped before them', async () => {
    const { from, to } = await openFilled();
    const failing: Store = {
      ...to,
      async openWriter(log) {
        const writer = await to.openWriter(log);
        return { ...writer, addVectors: () => Promise.reject(new Error('gone')) };
      },
    };
    await expect(run(from, failing)).rejects.toThrow('gone');
    expect((await describeArchive(to)).vectors.every((vector) => vector === null)).toBe(true);
    expect(await run(from, to)).toMatchObject({ skipped: 4, vectors: 4 });
    expect(await describeArchive(to)).toEqual(await describeArchive(from));
  });

  it('takes over articles of a file that the source has not taken in to its end', async () => {
    const { dataDir, from, to } = await openFilled();
    const database = openDatabase(join(dataDir, 'archive.sqlite'), ARCHIVE_MIGRATIONS);
    database.exec("UPDATE source_file SET complete = 0 WHERE path = 'c.txt'");
    database.close();
    expect(await run(from, to)).toMatchObject({ files: 3, articles: 4 });
    // The next ingest of the file does not take it for the same.
    const [file] = (await to.listStoredFiles()).filter(({ path }) => path === 'c.txt');
    expect(file?.fingerprint).toMatch(/^part:/);
    expect(await run(from, to)).toMatchObject({ skipped: 4 });
  });

  it('cuts chunks as this program does where the source was cut otherwise, and says which vectors that costs', async () => {
    const { from, to } = await openFilled();
    const writer = await from.openWriter(silentLog);
    await writer.writeFile({ path: 'old.txt', fingerprint: '1' }, [
      prepareArticle('旧切法', ['一。', '二。']),
    ]);
    await embedAll(writer);
    await writer.close();
    const report = await run(from, to);
    expect(report).toMatchObject({ articles: 5, chunks: 5, vectors: 4 });
    expect(report.notices).toEqual(['1 个片段按现在的程序重新切分过，源里没有它们的向量；以后入库时补上。']);
  });

  it('takes an archive without vectors as it is', async () => {
    const { from, to } = await openFilled();
    const writer = await from.openWriter(silentLog);
    await writer.dropVectors();
    await writer.close();
    expect(await run(from, to)).toMatchObject({ articles: 4, vectors: 0, notices: [] });
    expect((await describeArchive(to)).model).toBeNull();
  });

  it('refuses vectors of another model before it writes anything', async () => {
    const { from, to } = await openFilled();
    const writer = await to.openWriter(silentLog);
    await writer.writeFile({ path: 'other.txt', fingerprint: '1' }, [prepareAsIngest('别的')]);
    const [chunk] = await writer.listUnembedded(0, 1);
    const vector = new Float32Array([1, 0]);
    await writer.addVectors({ id: 'other', dimension: 2 }, [{ chunkId: chunk?.chunkId ?? 0, vector }]);
    await writer.close();
    const before = await describeArchive(to);
    const refused = run(from, to);
    await expect(refused).rejects.toThrow(EmbeddingMismatchError);
    await expect(refused).rejects.toThrow(`${MODEL.id}（8 维）`);
    expect(await describeArchive(to)).toEqual(before);
  });

  it('says that there is nothing to bring, and makes no archive of it', async () => {
    const dataDir = join(makeTemporaryFolder(), 'data');
    const targetDir = join(makeTemporaryFolder(), 'data');
    await expect(run(localStore(dataDir), localStore(targetDir))).rejects.toThrow('没有可以搬的');
    expect([dataDir, targetDir].filter(existsSync)).toEqual([]);
  });
});

describe('the comparison in the end', () => {
  async function migrateDamaged(sql: string) {
    const { from, to, targetDir } = await openFilled();
    await run(from, to);
    const database = openDatabase(join(targetDir, 'archive.sqlite'), ARCHIVE_MIGRATIONS);
    onTestFinished(() => {
      database.close();
    });
    database.exec(sql);
    return run(from, to);
  }

  it.each([
    [
      'a word',
      "UPDATE article SET body = replace(body, '通', '道') WHERE headline = '新桥'",
      '1 篇稿件（id-新桥）',
    ],
    ['a fact', "UPDATE article SET page = '9' WHERE headline = '新桥'", '1 篇稿件（id-新桥）'],
    ['a chunk', 'UPDATE chunk SET end_offset = 3 WHERE chunk_id = 1', '1 篇稿件的片段（id-新桥）'],
    [
      'a vector',
      `UPDATE vector SET embedding = zeroblob(32) WHERE chunk_id = 1`,
      '1 个片段的向量（稿件 id-新桥）',
    ],
  ])('finds a difference in %s and names it', async (_, sql, named) => {
    await expect(migrateDamaged(sql)).rejects.toThrow(named);
    await expect(migrateDamaged(sql)).rejects.toThrow('搬完后核对，两边不同');
  });

  it('lets an article stand as another file of the target has it', async () => {
    const { from, to } = await openFilled();
    const writer = await to.openWriter(silentLog);
    await writer.writeFile({ path: 'mine.txt', fingerprint: '1' }, [prepareAsIngest('新桥', { page: '2' })]);
    await writer.close();
    const report = await run(from, to);
    expect(report.checksum).toBe((await run(from, localStore(makeTemporaryFolder()))).checksum);
  });
});
