import { expect, it } from 'vitest';
import { openArchive } from '../src/store/archive.js';
import { checkArchive } from '../src/store/check-archive.js';
import { ingestInto, writeFiles } from './helpers/archive-of.js';
import { silentLog } from './helpers/silent-log.js';
import { makeStoreOfVersion, STORED, STORED_ID, STORED_MODEL } from './helpers/store-of-version.js';
import { headlines } from './helpers/store-use.js';

/** How many migrations an archive had had before chunks knew their times and places. */
const BEFORE = 2;

it('an archive from before times and places were kept is searched, and gets them when its files come in again', async () => {
  const { newspaper, issueDate: date, headline, body: text } = STORED;
  const path = `${writeFiles({ 'a.jsonl': JSON.stringify({ newspaper, date, headline, text }) })}/a.jsonl`;
  const dataDir = writeFiles({});
  makeStoreOfVersion(dataDir, BEFORE, path);
  const archive = await openArchive({ dataDir, log: silentLog });
  expect(await archive.loadChunksOfArticles([STORED_ID])).toMatchObject([{ times: [], places: [] }]);
  expect(await headlines(archive, { place: '阳曲县' })).toEqual([headline]);
  expect(await headlines(archive, { place: '太原市' })).toEqual([]);

  const report = await ingestInto(dataDir, { paths: [path] });
  expect(report).toMatchObject({ articles: { added: 0, unchanged: 1, removed: 0 } });
  const [chunk] = await archive.loadChunksOfArticles([STORED_ID]);
  expect(chunk?.times).toContainEqual({ from: '2023-02-08', to: '2023-02-08', text: '2月8日' });
  expect(chunk?.places).toContain('140122');
  expect(await headlines(archive, { place: '太原市' })).toEqual([headline]);
  expect((await archive.coverage()).vectors).toBe(1);
  // Nobody is told of old articles as of new ones.
  expect(await archive.lastArrival()).toMatchObject({ arrival: 0 });
  expect(await archive.embeddingModel()).toEqual(STORED_MODEL);
  await archive.close();
  expect((await checkArchive({ dataDir })).map(({ state }) => state)).not.toContain('broken');
});
