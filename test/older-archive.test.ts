import { expect, it } from 'vitest';
import { openArchive } from '../src/store/archive.js';
import { checkArchive } from '../src/store/check-archive.js';
import { dataFiles } from '../src/store/data-folder.js';
import { openDatabase } from '../src/store/open-database.js';
import { ARCHIVE_MIGRATIONS } from '../src/store/schema.js';
import { openArchiveWriter } from '../src/store/writer.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { collect } from './helpers/collect.js';
import { silentLog } from './helpers/silent-log.js';
import { embedAll, headlines, MODEL } from './helpers/store-use.js';

/** How many migrations an archive had had before chunks knew their times and places. */
const BEFORE = 2;
const LINE = {
  id: 's1',
  newspaper: '太原日报',
  date: '2023-02-10',
  headline: '乡村公路通车',
  text: '本报讯 2月8日，阳曲县黄寨镇的乡村公路通车，全市修路进入新阶段。',
};

/** What an ingest makes of the line now, with all that the present schema added taken out again. */
async function makeOlderArchive() {
  const path = `${writeFiles({ 'a.jsonl': JSON.stringify(LINE) })}/a.jsonl`;
  const dataDir = writeFiles({});
  await ingestInto(dataDir, { paths: [path] });
  const writer = await openArchiveWriter({ dataDir, log: silentLog });
  await embedAll(writer);
  await writer.close();
  const database = openDatabase(dataFiles(dataDir).archive, ARCHIVE_MIGRATIONS);
  database.exec(`
    DROP TABLE article_place;
    DROP TABLE arrival;
    ALTER TABLE source_file DROP COLUMN look;
    ALTER TABLE chunk DROP COLUMN times;
    ALTER TABLE chunk DROP COLUMN places;
    UPDATE chunk SET terms_hash = 'of terms';
    UPDATE source_file SET fingerprint = 'of the version before';
    PRAGMA user_version = ${BEFORE}`);
  const older = database
    .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
    .pluck()
    .all();
  database.close();
  const before = openDatabase(dataFiles(writeFiles({})).archive, ARCHIVE_MIGRATIONS.slice(0, BEFORE));
  const tables = before
    .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
    .pluck()
    .all();
  before.close();
  expect(older).toEqual(tables);
  return { path, dataDir };
}

it('an archive of the version before is searched, and gets times and places when its files come in again', async () => {
  const { path, dataDir } = await makeOlderArchive();
  const archive = await openArchive({ dataDir, log: silentLog });
  const [article] = await collect(archive.listArticles({}));
  const articleId = article?.articleId ?? '';
  const terms = [{ text: '公路', weight: 1 }];
  expect(await archive.findCandidates({ terms, vector: null, filter: {}, limit: 5 })).toHaveLength(1);
  expect(await archive.loadChunksOfArticle(articleId)).toMatchObject([{ times: [], places: [] }]);
  expect(await headlines(archive, { place: '阳曲县' })).toEqual([LINE.headline]);
  expect(await headlines(archive, { place: '太原市' })).toEqual([]);

  const report = await ingestInto(dataDir, { paths: [path] });
  expect(report).toMatchObject({ articles: { added: 0, unchanged: 1, removed: 0 } });
  const [chunk] = await archive.loadChunksOfArticle(articleId);
  expect(chunk?.times).toContainEqual({ from: '2023-02-08', to: '2023-02-08', text: '2月8日' });
  expect(chunk?.places).toContain('140122100');
  expect(await headlines(archive, { place: '太原市' })).toEqual([LINE.headline]);
  expect((await archive.coverage()).vectors).toBe(1);
  // Nobody is told of old articles as of new ones.
  expect(await archive.lastArrival()).toMatchObject({ arrival: 0 });
  expect(await archive.embeddingModel()).toEqual(MODEL);
  await archive.close();
  expect((await checkArchive({ dataDir })).map(({ state }) => state)).not.toContain('broken');
});
