// The works that are interrupted. As a program (DATA FOLDER KIND) it says when it begins, and waits to be killed or to end.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createIngester } from '../../dist/ingest/ingest.js';
import { listStoredFiles } from '../../dist/src/store/list-stored-files.js';
import { openArchiveWriter } from '../../dist/src/store/writer.js';
import { indexTerms } from '../../dist/src/text/words.js';
import { filesToRemove, issueToRemove } from './corpus.mjs';

export const silentLog = { debug() {}, info() {}, warn() {}, error() {} };
const DIMENSION = 8;

/** A direction that the text alone decides, so that a vector of another text shows. */
export function embed(text) {
  const bytes = createHash('sha256').update(text).digest();
  const values = Array.from({ length: DIMENSION }, (_, i) => (bytes[i] ?? 0) - 127.5);
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

const embedder = {
  id: 'of-the-text',
  dimension: DIMENSION,
  embedQuery: async (text) => embed(text),
  embedPassages: async (texts) => texts.map(embed),
  close: async () => {},
};

const openWriter = (dataDir) => openArchiveWriter({ dataDir, log: silentLog });

const ingest = (dataDir, options) =>
  createIngester({
    openWriter: () => openWriter(dataDir),
    createEmbedder: async () => ({ embedder, notice: null }),
    listStoredFiles: () => listStoredFiles(dataDir),
    now: Date.now,
  })(options, {});

async function remove(dataDir, folder) {
  const writer = await openWriter(dataDir);
  for (const path of filesToRemove(folder)) await writer.removeFile(path);
  await writer.removeIssue(issueToRemove);
  await writer.saveVectorIndex();
  await writer.close();
}

export const KINDS = {
  ingest: (dataDir, folder) => ingest(dataDir, { paths: [folder] }),
  replace: (dataDir, folder) => ingest(dataDir, { paths: [folder] }),
  prune: (dataDir, folder) => ingest(dataDir, { paths: [folder], prune: true }),
  remove,
  rebuild: (dataDir) => ingest(dataDir, { paths: [], reembed: true }),
  migrate: async (dataDir) => (await openWriter(dataDir)).close(),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dataDir, folder, kind] = process.argv.slice(2);
  // Loads the dictionaries, so that what is killed is the work itself.
  indexTerms('报纸');
  process.stdout.write('begin\n');
  await KINDS[kind](dataDir, folder);
}
