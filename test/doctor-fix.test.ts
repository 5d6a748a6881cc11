import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isOwnId } from '../ingest/article-id.js';
import { prepareChunks } from '../ingest/prepare/prepare-chunks.js';
import { openArchive } from '../src/store/archive.js';
import { openBotStore } from '../src/store/bot/open-bot-store.js';
import { checkArchive } from '../src/store/check-archive.js';
import { dataFiles } from '../src/store/data-folder.js';
import { mendArchive } from '../src/store/mend/mend-archive.js';
import { openAsItIs } from '../src/store/open-database.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { runFake } from './helpers/fake-surroundings.js';
import { silentLog } from './helpers/silent-log.js';
import { embedAll, headlines } from './helpers/store-use.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const world = { isOwnId, prepareChunks, now: new Date('2023-02-12T02:00:00Z'), log: silentLog };
const mend = (dataDir: string) => mendArchive(dataDir, world);

const LINES = Array.from({ length: 24 }, (_, i) => ({
  ...{ newspaper: '太原日报', date: '2023-02-10', headline: `第${i}条公路通车` },
  text: `本报讯 2月8日，阳曲县第${i}条乡村公路通车。${'公路沿线的村民说，出门再也不用绕路了。'.repeat(30)}`,
}));

/** Articles with words, places and vectors, from one file. */
async function makeArchive() {
  const path = join(
    writeFiles({ 'a.jsonl': LINES.map((line) => JSON.stringify(line)).join('\n') }),
    'a.jsonl',
  );
  const dataDir = makeTemporaryFolder();
  await ingestInto(dataDir, { paths: [path] });
  const writer = await openArchiveWriter({ dataDir, log: silentLog });
  await embedAll(writer);
  await writer.saveVectorIndex();
  await writer.close();
  return { dataDir, path };
}

const brokenIn = async (dataDir: string) =>
  (await checkArchive({ dataDir, isOwnId })).flatMap(({ name, state }) => (state === 'broken' ? [name] : []));

async function find(dataDir: string, text: string) {
  const archive = await openArchive({ dataDir, log: silentLog });
  const terms = [{ text, weight: 1 }];
  const found = await archive.findCandidates({
    terms,
    vector: null,
    filter: { place: '太原市' },
    limit: 500,
  });
  const { articles, chunks, vectors } = await archive.coverage();
  const all = (await headlines(archive)).length;
  await archive.close();
  return { found: found.length, articles, chunks, vectors, all };
}

function change(dataDir: string, sql: string) {
  const database = openAsItIs(dataFiles(dataDir).archive);
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  database.close();
}

type Damage = [what: string, sql: string, broken: string[], said: RegExp];

/** What SQLite finds nothing wrong with. */
const ROWS: Damage[] = [
  ['a posting is gone', "DELETE FROM postings WHERE term = '公路'", ['字词索引'], /重建了字词索引/],
  [
    'a posting is another',
    'UPDATE postings SET data = zeroblob(length(data)) WHERE count > 3',
    ['字词索引'],
    /重建/,
  ],
  ['a segment is gone', 'DELETE FROM segment', ['字词索引'], /重建了字词索引/],
  ['a segment is no list', "UPDATE segment SET chunk_ids = x'010203'", ['字词索引'], /重建了字词索引/],
  ['a chunk is gone', 'DELETE FROM chunk WHERE chunk_id = 3', ['数据库'], /清除了 1 行.*重建/s],
  [
    'a chunk ends elsewhere',
    'UPDATE chunk SET end_offset = 5 WHERE chunk_id = (SELECT max(chunk_id) FROM chunk)',
    ['片段'],
    /重建了字词索引/,
  ],
  ['a chunk lost its times', "UPDATE chunk SET times = '[{' WHERE ordinal = 1", ['片段'], /重建了字词索引/],
  [
    'a vector is cut',
    "UPDATE vector SET embedding = x'00000000' WHERE chunk_id = (SELECT max(chunk_id) FROM vector)",
    ['向量'],
    /丢掉了 1 个/,
  ],
  [
    'a vector holds no numbers',
    "UPDATE vector SET embedding = unhex(replace(hex(zeroblob(8)), '00', '0000c07f')) WHERE chunk_id = (SELECT min(chunk_id) FROM vector)",
    ['向量'],
    /丢掉了 1 个/,
  ],
  [
    'no file holds an article',
    'DELETE FROM article_file WHERE article_row = 4',
    ['稿件'],
    /1 篇稿件找不回所在的文件/,
  ],
];

describe('doctor --fix', () => {
  it('rebuilds from the articles whatever is made from them', async () => {
    const { dataDir } = await makeArchive();
    const whole = await find(dataDir, '公路');
    expect(whole).toMatchObject({
      articles: LINES.length,
      all: LINES.length,
      vectors: whole.chunks,
      found: whole.chunks,
    });
    expect(await mend(dataDir)).toEqual([]);
    for (const [what, sql, broken, said] of ROWS) {
      change(dataDir, sql);
      expect([what, await brokenIn(dataDir)]).toEqual([what, broken]);
      expect([what, (await mend(dataDir)).join('')]).toEqual([what, expect.stringMatching(said)]);
      expect([what, await brokenIn(dataDir)]).toEqual([what, []]);
      const { vectors, ...words } = whole;
      expect([what, await find(dataDir, '公路')]).toEqual([what, expect.objectContaining(words)]);
      expect(await mend(dataDir)).toEqual([]);
    }
  });

  it('marks the files of articles whose text was changed, so that their next ingest brings it back', async () => {
    const { dataDir, path } = await makeArchive();
    change(dataDir, "UPDATE article SET body = replace(body, '8日', '9日') WHERE article_row = 7");
    expect(await brokenIn(dataDir)).toEqual(['稿件']);
    expect(await mend(dataDir)).toEqual([expect.stringContaining('1 个文件有稿件缺失或被改动')]);
    expect(await brokenIn(dataDir)).toEqual(['入库文件', '稿件']);
    await ingestInto(dataDir, { paths: [path] });
    expect(await brokenIn(dataDir)).toEqual([]);
    expect(await find(dataDir, '公路')).toMatchObject({ articles: LINES.length, all: LINES.length });
  });

  it('saves what can be read of a damaged database, keeps the damaged file, and an ingest completes it', async () => {
    const { dataDir, path } = await makeArchive();
    const { archive } = dataFiles(dataDir);
    const bytes = readFileSync(archive);
    // Every fifth page is zero: articles, indexes and postings alike.
    for (let at = 5 * 8192; at < bytes.length; at += 5 * 8192) bytes.fill(0, at, at + 8192);
    writeFileSync(archive, bytes);
    expect(await brokenIn(dataDir)).toEqual(['数据库']);
    const said = await mend(dataDir);
    expect(said[0]).toMatch(/^档案数据库有损坏，抢救出 \d+ 篇稿件/);
    const aside = join(dataDir, 'damaged-20230212020000', 'archive.sqlite');
    expect(readFileSync(aside).equals(bytes)).toBe(true);
    const saved = await find(dataDir, '公路');
    expect(saved.all).toBeGreaterThan(5);
    expect(saved.all).toBe(saved.articles);
    expect((await brokenIn(dataDir)).filter((name) => name !== '入库文件')).toEqual([]);
    await ingestInto(dataDir, { paths: [path] });
    expect(await brokenIn(dataDir)).toEqual([]);
    expect(await find(dataDir, '公路')).toMatchObject({ articles: LINES.length, all: LINES.length });
  });

  it('moves a database aside of which nothing can be read, so that an ingest begins anew', async () => {
    const { dataDir, path } = await makeArchive();
    writeFileSync(dataFiles(dataDir).archive, '这不是数据库'.repeat(3000));
    expect(await mend(dataDir)).toEqual([
      expect.stringMatching(/完全读不了，已移到 .*请从备份恢复，或.*重新运行 ingest/),
    ]);
    await ingestInto(dataDir, { paths: [path] });
    expect(await brokenIn(dataDir)).toEqual([]);
  });

  it('rebuilds the vector index, also where a folder stands in its place, and clears what was left half-written', async () => {
    const { dataDir } = await makeArchive();
    const { graph, manifest } = dataFiles(dataDir);
    const before = readFileSync(manifest, 'utf8');
    writeFileSync(`${graph}.part`, 'half');
    truncateSync(graph, 100);
    expect(await mend(dataDir)).toEqual(['清除了 1 个没有写完的临时文件。', '重建了向量索引文件。']);
    for (const path of [graph, manifest]) {
      rmSync(path);
      mkdirSync(path);
    }
    expect(await mend(dataDir)).toEqual(['重建了向量索引文件。']);
    expect(readFileSync(manifest, 'utf8')).toBe(before);
    expect(await brokenIn(dataDir)).toEqual([]);
  });

  it('saves what the bot knows, but not while it runs', async () => {
    const { dataDir } = await makeArchive();
    const store = openBotStore(dataDir);
    onTestFinished(() => store.close());
    const filler = openAsItIs(dataFiles(dataDir).bot);
    filler.exec(`
      WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
      INSERT INTO upload (admin_id, name, path, uploaded_at) SELECT 1, i, '/收/' || i || '.txt', 0 FROM n`);
    filler.close();
    store.inbox.claim(4711);
    const { bot } = dataFiles(dataDir);
    const pages = () => readFileSync(bot).length / 8192;
    // What was written stands in the file itself only when the last connection is closed.
    store.close();
    const bytes = readFileSync(bot);
    bytes.fill(0, (pages() - 2) * 8192);
    writeFileSync(bot, bytes);
    expect(await brokenIn(dataDir)).toEqual(['机器人数据']);
    const running = openAsItIs(join(dataDir, 'bot-4711.lock.sqlite'));
    running.exec('BEGIN EXCLUSIVE');
    expect(await mend(dataDir)).toEqual([expect.stringContaining('机器人正在运行')]);
    running.close();
    expect(await mend(dataDir)).toEqual([expect.stringContaining('bot.sqlite 有损坏，能读的都已抢救出来')]);
    expect(await brokenIn(dataDir)).toEqual([]);
    const again = openBotStore(dataDir);
    expect(again.uploads.find(1)?.path).toBe('/收/0.txt');
    again.close();
    expect(readdirSync(dataDir).filter((name) => name.startsWith('damaged-'))).toHaveLength(1);
  });

  it('makes nothing where there is nothing', async () => {
    const dataDir = join(makeTemporaryFolder(), 'no');
    expect(await mend(dataDir)).toEqual([]);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('says what it did before the checks', async () => {
    const given = { runChecks: async () => [], mend: async () => ['重建了向量索引文件。'] };
    expect((await runFake(['doctor', '--fix'], given)).stdout).toBe('修复  重建了向量索引文件。\n');
    expect((await runFake(['doctor', '--fix', '--json'], given)).stdout).toBe(
      `${JSON.stringify({ ok: true, mended: ['重建了向量索引文件。'], checks: [] })}\n`,
    );
  });
});
