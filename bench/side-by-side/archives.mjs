import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pickArticles, toLines } from './corpus.mjs';
import { createIngester, dataFiles, listStoredFiles, openArchiveWriter, Sqlite, silent } from './program.mjs';
import { openVectorCache } from './vector-cache.mjs';

const DIST = join(import.meta.dirname, '../../dist');

/** What decides how an archive looks on the disk: when this code changes, archives are made anew. */
const codeHash = (() => {
  const hash = createHash('sha256');
  for (const folder of ['ingest', 'src/store', 'src/text']) {
    for (const name of readdirSync(join(DIST, folder), { recursive: true }).sort()) {
      if (name.endsWith('.js')) hash.update(readFileSync(join(DIST, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
})();

/**
 * The data folder of an archive of about `count` articles, made by the program's own ingest and kept in the scratch
 * folder for the next run. With vectors, each is taken from the cache where it was made before.
 */
export async function buildArchive({ corpus, scratch, count, vectors }) {
  const kind = `archive-${count}${vectors ? '-vectors' : ''}-`;
  const name = kind + codeHash;
  const dataDir = join(scratch, name);
  if (existsSync(dataDir)) return dataDir;
  for (const old of readdirSync(scratch)) {
    if (old.startsWith(kind) && /^[0-9a-f]{12}/.test(old.slice(kind.length))) {
      rmSync(join(scratch, old), { recursive: true });
    }
  }
  const unfinished = join(scratch, `unfinished-${name}`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const input = join(scratch, `articles-${count}.jsonl`);
  writeFileSync(input, toLines(pickArticles(corpus, count)));
  console.error(`making an archive of ${count} articles${vectors ? ' with vectors' : ''}`);
  await ingestWith(unfinished, input, vectors ? openVectorCache(scratch) : null);
  renameSync(unfinished, dataDir);
  return dataDir;
}

/** The program's ingest in this process, with an embedder of ours in place of its own. */
export async function ingestWith(dataDir, input, embedder) {
  const ingest = createIngester({
    openWriter: () => openArchiveWriter({ dataDir, log: silent }),
    createEmbedder: async () => ({ embedder, notice: null }),
    listStoredFiles: () => listStoredFiles(dataDir),
    now: () => performance.now(),
  });
  return ingest({ paths: [input] }, {});
}

export const openDatabase = (dataDir, options) => new Sqlite(dataFiles(dataDir).archive, options);

/** Of each chunk the id that its article has in the corpus. */
export function loadSourceIds(dataDir) {
  const database = openDatabase(dataDir, { readonly: true });
  const rows = database
    .prepare('SELECT chunk_id, source_id FROM chunk JOIN article_file USING (article_row)')
    .raw()
    .all();
  database.close();
  return new Map(rows);
}

/** Every chunk with its text and, where there are any, its vector, in the order of the ids. */
export function loadChunksWithVectors(dataDir) {
  const database = openDatabase(dataDir, { readonly: true });
  const rows = database
    .prepare(
      `SELECT chunk_id, body, start_offset, end_offset, embedding
       FROM chunk JOIN article USING (article_row) LEFT JOIN vector USING (chunk_id) ORDER BY chunk_id`,
    )
    .all();
  database.close();
  return rows.map(({ chunk_id, body, start_offset, end_offset, embedding }) => ({
    chunkId: chunk_id,
    text: body.slice(start_offset, end_offset),
    vector: embedding && new Float32Array(new Uint8Array(embedding).buffer),
  }));
}
