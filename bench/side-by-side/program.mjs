import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The built program that is measured: `npm run build` in the project's folder makes it. */
const ROOT = join(import.meta.dirname, '../..');
export const PROGRAM = join(ROOT, 'dist/bin/baowen.js');

if (!existsSync(PROGRAM)) {
  console.error('The program is not built. Run npm run build in the project first.');
  process.exit(2);
}

export const { understand } = await import('../../dist/src/query/understand.js');
export const { createSearch } = await import('../../dist/src/search/search.js');
export const { fuse } = await import('../../dist/src/search/fuse.js');
export const { openArchive } = await import('../../dist/src/store/archive.js');
export const { openArchiveWriter } = await import('../../dist/src/store/writer.js');
export const { dataFiles } = await import('../../dist/src/store/data-folder.js');
export const { listStoredFiles } = await import('../../dist/src/store/list-stored-files.js');
export const { Sqlite } = await import('../../dist/src/store/sqlite.js');
export const { inverseFrequency, saturatedFrequency } = await import('../../dist/src/store/words/bm25.js');
export const { cutForSearch, isPair } = await import('../../dist/src/text/words.js');
export const { prepareChunks } = await import('../../dist/ingest/prepare/prepare-chunks.js');
export const { createIngester } = await import('../../dist/ingest/ingest.js');
export const { loadSettings } = await import('../../dist/src/config.js');

export const silent = { debug() {}, info() {}, warn() {}, error() {} };
/** No question of the set names a day, so any after the last issue does. */
export const ASKED_ON = '2023-12-01';

export const toQuery = (question) => understand({ question, askedOn: ASKED_ON, filter: {}, history: [] });

/** The local embedding model, fetched once into the scratch folder. */
export async function openEmbedder(scratch) {
  const { createEmbedder } = await import('../../dist/src/models/create-embedder.js');
  const { embeddings } = loadSettings({ ...process.env, EMBEDDINGS: 'local' }, join(scratch, 'model'));
  const { embedder, notice } = await createEmbedder(embeddings, { fetch, log: silent, onBytes() {} });
  if (!embedder) throw new Error(notice);
  return embedder;
}

/** The model's files where `openEmbedder` has put them. */
export async function findModelFiles(scratch) {
  const { obtainModel } = await import('../../dist/src/models/obtain-model.js');
  const { embeddings } = loadSettings({ ...process.env, EMBEDDINGS: 'local' }, join(scratch, 'model'));
  return obtainModel(embeddings, { fetch, onBytes() {} });
}

/** The passages that the program would embed; the articles of the corpus have no headlines. */
export function splitAsOurs({ text, date }) {
  const article = {
    kicker: null,
    headline: null,
    subheadline: null,
    newspaper: null,
    issueDate: date,
    body: text,
  };
  return prepareChunks(article).map(({ start, end }) => text.slice(start, end));
}
