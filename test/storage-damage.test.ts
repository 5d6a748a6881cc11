import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnId } from '../ingest/article-id.js';
import { prepareChunks } from '../ingest/prepare/prepare-chunks.js';
import { StoreError } from '../src/domain/errors.js';
import { openArchive } from '../src/store/archive.js';
import { openBotStore } from '../src/store/bot/open-bot-store.js';
import { checkArchive } from '../src/store/check-archive.js';
import { dataFiles } from '../src/store/data-folder.js';
import { mendArchive } from '../src/store/mend/mend-archive.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { collect } from './helpers/collect.js';
import { DAMAGES } from './helpers/damages.js';
import { toTerms } from './helpers/prepared-article.js';
import { silentLog as log } from './helpers/silent-log.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const lines = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ newspaper: '太原日报', date: '2023-02-10', headline: `${name}村第${i}条公路通车` },
    text: `本报讯 ${name}村第${i}条公路通车。${'沿线的村民说，出门再也不用绕路了。'.repeat(20 + i)}`,
  }));
const toText = (records: object[]) => records.map((record) => JSON.stringify(record)).join('\n');

/** A whole archive of two files, one as a killed writer leaves it (the second file in the log), one of the first file. */
async function makeArchives() {
  const root = makeTemporaryFolder();
  const [whole, killed, older] = [join(root, 'whole'), join(root, 'killed'), join(root, 'older')];
  const input = writeFiles({ 'a.jsonl': toText(lines('甲', 5)), 'b.jsonl': toText(lines('乙', 2)) });
  const paths = [join(input, 'a.jsonl'), join(input, 'b.jsonl')];
  await ingestInto(whole, { paths: paths.slice(0, 1) });
  cpSync(whole, older, { recursive: true });
  const reader = await openArchive({ dataDir: whole, log });
  await ingestInto(whole, { paths });
  cpSync(whole, killed, { recursive: true });
  rmSync(join(killed, 'archive.sqlite-shm'));
  const bodies = await collect(reader.listArticles({}));
  await reader.close();
  const texts = new Map(bodies.map(({ articleId, body }) => [articleId, body]));
  expect(texts.size).toBe(7);
  return { root, paths, whole, killed, older, texts };
}

/** The articles that can be read, by their ids; a sentence where none can. */
async function read(dataDir: string): Promise<Map<string, string> | string> {
  try {
    const archive = await openArchive({ dataDir, log });
    try {
      const articles = await collect(archive.listArticles({}));
      const request = { terms: toTerms('公路'), vector: null, filter: {}, limit: 100 };
      await archive.findCandidates(request);
      return new Map(articles.map(({ articleId, body }) => [articleId, body]));
    } finally {
      await archive.close();
    }
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    return (error as Error).message;
  }
}

const brokenIn = async (dataDir: string) =>
  (await checkArchive({ dataDir, isOwnId })).flatMap(({ name, state }) => (state === 'broken' ? [name] : []));

type Archives = Awaited<ReturnType<typeof makeArchives>>;

/**
 * What is read of a damaged archive is right, or doctor says that something is broken; `doctor --fix` and an ingest of the
 * original files bring everything back.
 */
async function expectToSurvive(what: string, dataDir: string, { paths, texts }: Archives): Promise<void> {
  const seen = await read(dataDir);
  const isRight = typeof seen !== 'string' && [...seen].every(([id, body]) => texts.get(id) === body);
  const broken = await brokenIn(dataDir);
  expect([what, isRight || broken.length > 0]).toEqual([what, true]);
  await mendArchive(dataDir, { isOwnId, prepareChunks, now: new Date(0), log });
  await ingestInto(dataDir, { paths });
  expect([what, await brokenIn(dataDir)]).toEqual([what, []]);
  const after = await read(dataDir);
  expect([what, after]).toEqual([what, texts]);
}

describe('an archive', () => {
  it('whose database is damaged is told to be, is mended, and loses no article for good', async () => {
    const archives = await makeArchives();
    for (const [name, damage] of Object.entries(DAMAGES)) {
      const dataDir = join(archives.root, name);
      cpSync(archives.whole, dataDir, { recursive: true });
      damage(dataFiles(dataDir).archive);
      await expectToSurvive(name, dataDir, archives);
    }
  });

  it('whose log is damaged after a crash holds what was committed before, and loses no article for good', async () => {
    const archives = await makeArchives();
    for (const [name, damage] of Object.entries(DAMAGES)) {
      const dataDir = join(archives.root, name);
      cpSync(archives.killed, dataDir, { recursive: true });
      damage(`${dataFiles(dataDir).archive}-wal`);
      // A folder can only be put in the place of a log by hand, and moved away likewise.
      if (name === 'is a folder') continue;
      await expectToSurvive(name, dataDir, archives);
    }
  });

  it('whose files are of different moments is as good as the older of them', async () => {
    const archives = await makeArchives();
    const { root, whole, killed, older } = archives;
    const mix = async (name: string, base: string, change: (dataDir: string) => void) => {
      const dataDir = join(root, name);
      cpSync(base, dataDir, { recursive: true });
      change(dataDir);
      await expectToSurvive(name, dataDir, archives);
    };
    await mix('an older database', whole, (dataDir) =>
      cpSync(dataFiles(older).archive, dataFiles(dataDir).archive),
    );
    await mix('an older database under a newer log', killed, (dataDir) =>
      cpSync(dataFiles(older).archive, dataFiles(dataDir).archive),
    );
    await mix('a newer database under an older log', killed, (dataDir) =>
      cpSync(dataFiles(whole).archive, dataFiles(dataDir).archive),
    );
  });
});

describe('the bot’s data', () => {
  it('that are damaged are told to be, and can be used again when they were mended', async () => {
    const root = makeTemporaryFolder();
    const whole = join(root, 'whole');
    const store = openBotStore(whole);
    store.uploads.add({ adminId: 7, name: '一.txt', path: '/收/一.txt', at: new Date(0) });
    store.close();
    for (const [name, damage] of Object.entries(DAMAGES)) {
      const dataDir = join(root, name);
      cpSync(whole, dataDir, { recursive: true });
      damage(dataFiles(dataDir).bot);
      const isBroken = (await brokenIn(dataDir)).includes('机器人数据');
      if (!isBroken) openBotStore(dataDir).close();
      await mendArchive(dataDir, { isOwnId, prepareChunks, now: new Date(0), log });
      expect([name, await brokenIn(dataDir)]).toEqual([name, []]);
      openBotStore(dataDir).close();
    }
  });
});
