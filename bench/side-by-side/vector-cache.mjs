import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openEmbedder, Sqlite } from './program.mjs';

/** Saved together, so that an interruption costs a few seconds. */
const STEP = 256;

/**
 * An embedder that keeps what it made in the scratch folder: the vectors of 20,000 chunks take ten minutes and are the
 * same for every engine and every run. Questions are kept under their own key.
 */
export function openVectorCache(scratch) {
  const database = new Sqlite(join(scratch, 'vectors.sqlite'));
  database.pragma('journal_mode = WAL');
  database.exec(
    'CREATE TABLE IF NOT EXISTS vector (key BLOB PRIMARY KEY, embedding BLOB NOT NULL) WITHOUT ROWID',
  );
  const find = database.prepare('SELECT embedding FROM vector WHERE key = ?').pluck();
  const save = database.prepare('INSERT OR REPLACE INTO vector VALUES (?, ?)');
  let embedder = null;

  async function embed(kind, texts, make) {
    const keys = texts.map((text) => createHash('sha256').update(`${kind}\n${text}`).digest());
    const missing = texts.map((_, place) => place).filter((place) => find.get(keys[place]) === undefined);
    for (let start = 0; start < missing.length; start += STEP) {
      if (missing.length > STEP) process.stderr.write(`\rembedding ${start} of ${missing.length} `);
      embedder ??= await openEmbedder(scratch);
      const places = missing.slice(start, start + STEP);
      const vectors = await make(
        embedder,
        places.map((place) => texts[place]),
      );
      database.transaction(() => {
        for (const [at, place] of places.entries()) save.run(keys[place], Buffer.from(vectors[at].buffer));
      })();
    }
    if (missing.length > STEP) process.stderr.write('\r\x1b[K');
    return keys.map((key) => toVector(find.get(key)));
  }

  return {
    /** As the program's own embedder, so that it can stand in its place. */
    id: 'bge-small-zh-v1.5-int8',
    dimension: 512,
    embedPassages: (texts) => embed('passage', texts, (model, some) => model.embedPassages(some)),
    embedQueries: (texts) =>
      embed('question', texts, (model, some) => Promise.all(some.map((text) => model.embedQuery(text)))),
    async embedQuery(text) {
      return (await this.embedQueries([text]))[0];
    },
    async close() {
      await embedder?.close();
      embedder = null;
    },
  };
}

const toVector = (blob) => new Float32Array(new Uint8Array(blob).buffer);
