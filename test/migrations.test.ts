import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSurroundings } from '../bin/surroundings.js';
import { isOwnId } from '../ingest/article-id.js';
import { commands } from '../src/cli/commands/table.js';
import type { Settings } from '../src/domain/settings.js';
import { openArchive } from '../src/store/archive.js';
import { BOT_MIGRATIONS, openBotStore } from '../src/store/bot/open-bot-store.js';
import { checkArchive } from '../src/store/check-archive.js';
import { dataFiles } from '../src/store/data-folder.js';
import { openAsItIs, openDatabase } from '../src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../src/store/schema.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { collect } from './helpers/collect.js';
import { runFake } from './helpers/fake-surroundings.js';
import { silentLog } from './helpers/silent-log.js';
import { makeStoreOfVersion, STORED, STORED_ID, STORED_MODEL } from './helpers/store-of-version.js';
import { findChunks } from './helpers/store-use.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const VERSIONS = ARCHIVE_MIGRATIONS.map((_, i) => i + 1);
const log = silentLog;

async function read(dataDir: string) {
  const archive = await openArchive({ dataDir, log });
  onTestFinished(() => archive.close());
  const terms = [{ text: '公路', weight: 1 }];
  const vector = Float32Array.of(1, 0);
  return {
    articles: await collect(archive.listArticles({})),
    found: await findChunks(archive, { terms, vector, filter: {}, limit: 5 }),
    model: await archive.embeddingModel(),
    coverage: await archive.coverage(),
  };
}

describe('an archive of an earlier version', () => {
  it.each(VERSIONS)('with %i migrations keeps its articles, words and vectors', async (version) => {
    const dataDir = makeTemporaryFolder();
    makeStoreOfVersion(dataDir, version);
    const { articles, found, model, coverage } = await read(dataDir);
    const evidence = version < 2 ? null : '文件名';
    expect(articles).toEqual([
      { ...STORED, articleId: STORED_ID, sourceFile: '/报/04版.txt', issueDateEvidence: evidence },
    ]);
    expect(found).toMatchObject([
      { candidate: { chunkId: 21, cosine: 1 }, article: { articleId: STORED_ID } },
    ]);
    expect(found[0]?.candidate.words).toBeGreaterThan(0);
    expect(model).toEqual(STORED_MODEL);
    expect(coverage).toMatchObject({ articles: 1, chunks: 1, vectors: 1 });
    const writer = await openArchiveWriter({ dataDir, log });
    await writer.saveVectorIndex();
    expect(await writer.loadFile('/报/04版.txt')).toMatchObject({ fingerprint: 'of then', articles: 1 });
    await writer.close();
    const checks = await checkArchive({ dataDir, isOwnId });
    expect(checks.filter(({ state }) => state === 'broken')).toEqual([]);
  });

  it('is as it was when a migration fails, and when the program is killed in the midst of one', async () => {
    const dataDir = makeTemporaryFolder();
    makeStoreOfVersion(dataDir, 2);
    const path = dataFiles(dataDir).archive;
    const failing = [...ARCHIVE_MIGRATIONS, 'DELETE FROM article; INSERT INTO no_such_table VALUES (1)'];
    expect(() => openDatabase(path, failing)).toThrow('no_such_table');
    const script = fileURLToPath(new URL('./helpers/migrate-slowly.mjs', import.meta.url));
    const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    // Its write-ahead log has grown beyond the cache: the migration is half-way on the disk.
    await vi.waitUntil(() => existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 1e6, {
      timeout: 15_000,
      interval: 5,
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = openAsItIs(path);
    expect(database.pragma('user_version', { simple: true })).toBe(2);
    expect(
      database.prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('half', 'arrival')").pluck().get(),
    ).toBe(0);
    database.close();
    expect((await read(dataDir)).articles).toMatchObject([{ articleId: STORED_ID, body: STORED.body }]);
  });
});

describe('the bot’s data of an earlier version', () => {
  it.each(BOT_MIGRATIONS.map((_, i) => i + 1))('with %i migrations keeps who may ask', (version) => {
    const dataDir = makeTemporaryFolder();
    const database = openDatabase(dataFiles(dataDir).bot, BOT_MIGRATIONS.slice(0, version));
    database.exec("INSERT INTO approved_person VALUES (7, '李静', '1', 0, 1)");
    database.close();
    const store = openBotStore(dataDir);
    expect(store.access.isApproved(7)).toBe(true);
    expect(store.uploads.findLast(7)).toBeNull();
    store.close();
  });
});

describe('a data folder of a newer program', () => {
  const real = createSurroundings();
  const ARGUMENTS: Record<string, string[]> = {
    ingest: ['sample/pages'],
    ask: ['公路'],
    search: ['公路'],
    show: ['a1'],
    remove: ['a1'],
    migrate: ['--to', 'weaviate'],
  };

  it.each(commands.map(({ name }) => name))(
    'is refused by %s with a sentence, and not changed',
    async (name) => {
      const dataDir = makeTemporaryFolder();
      makeStoreOfVersion(dataDir, VERSIONS.length);
      const { archive } = dataFiles(dataDir);
      const older = openAsItIs(archive);
      older.pragma('user_version = 99');
      older.close();
      const { openApp, createIngester, openWriter, runBot, exportArticles, backUp, migrate } = real;
      const settings = {
        ...{
          dataDir,
          store: { kind: 'local' },
          chat: null,
          logLevel: 'silent',
          embeddings: { kind: 'none' },
        },
        telegram: {
          token: '1:x',
          apiRoot: 'http://127.0.0.1:9',
          access: 'open',
          allowedUsers: [],
          admins: [],
        },
      } as unknown as Settings;
      const given = name === 'backup' ? [join(makeTemporaryFolder(), 'b')] : (ARGUMENTS[name] ?? []);
      const ended = await runFake([name, ...given, '--data', dataDir], {
        ...{ openApp, createIngester, openWriter, runBot, exportArticles, backUp, migrate },
        loadSettings: () => settings,
        runChecks: () => checkArchive({ dataDir }),
        samplePaths: real.samplePaths,
        sampleQuestions: real.sampleQuestions,
      });
      expect(ended.code).toBe(1);
      expect(ended.stderr + ended.stdout).toContain(
        `${archive} 由更新版本的程序建立，这个版本读不了。请升级程序`,
      );
      const database = openAsItIs(archive);
      expect(database.pragma('user_version', { simple: true })).toBe(99);
      expect(database.prepare('SELECT count(*) FROM article').pluck().get()).toBe(1);
      database.close();
    },
  );

  it('is refused by doctor --fix too, and the bot’s data by the bot', async () => {
    const dataDir = makeTemporaryFolder();
    const database = openDatabase(dataFiles(dataDir).bot, [...BOT_MIGRATIONS, 'SELECT 1']);
    database.close();
    expect(() => openBotStore(dataDir)).toThrow('由更新版本的程序建立');
    await expect(
      real.mend({ dataDir, store: { kind: 'local' }, logLevel: 'silent' } as Settings),
    ).rejects.toThrow('由更新版本的程序建立');
  });
});
