import { rmSync } from 'node:fs';
import { connect, Index, rerankers } from '@lancedb/lancedb';
import { cutForSearch } from '../program.mjs';

/** LanceDB cuts no Chinese words without a dictionary of one's own, so it gets the program's words, parted by blanks. */
const toWords = (text) => cutForSearch(text).join(' ');

/**
 * A LanceDB table of the chunks: full text over words parted by blanks, and HNSW with the program's parameters; the two
 * are fused by their ranks. `search` → chunk ids, best first.
 */
export async function createLanceDb(path, chunks, { limit, candidates }) {
  rmSync(path, { recursive: true, force: true });
  const database = await connect(path);
  const rows = chunks.map(({ chunkId, text, vector }) => ({
    chunkId,
    words: toWords(text),
    vector: [...vector],
  }));
  const table = await database.createTable('chunks', rows);
  await table.createIndex('words', {
    config: Index.fts({
      baseTokenizer: 'whitespace',
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
      withPosition: false,
    }),
  });
  await table.createIndex('vector', {
    config: Index.hnswSq({ distanceType: 'cosine', numPartitions: 1, m: 16, efConstruction: 200 }),
  });
  await table.optimize();
  const reranker = await rerankers.RRFReranker.create(60);
  return {
    async search({ question, vector }) {
      const found = await table
        .query()
        .fullTextSearch(toWords(question), { columns: ['words'] })
        .nearestTo(vector)
        .ef(100)
        .rerank(reranker)
        .select(['chunkId'])
        .limit(candidates)
        .toArray();
      return found.slice(0, limit).map(({ chunkId }) => Number(chunkId));
    },
    async close() {
      table.close();
      database.close();
    },
  };
}
