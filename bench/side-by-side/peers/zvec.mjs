import { rmSync } from 'node:fs';
import {
  ZVecCollectionSchema,
  ZVecCreateAndOpen,
  ZVecDataType,
  ZVecIndexType,
  ZVecInitialize,
  ZVecLogLevel,
  ZVecMetricType,
} from '@zvec/zvec';

/** Rows handed over at once, of which zvec takes 1,024 at most. */
const STEP = 1000;

/**
 * A zvec collection of the chunks: full text cut by its own jieba, and HNSW with the program's parameters; the two are
 * fused by their ranks. `search` → chunk ids, best first.
 */
export function createZvec(path, chunks, { limit, candidates }) {
  rmSync(path, { recursive: true, force: true });
  ZVecInitialize({ logLevel: ZVecLogLevel.ERROR });
  const schema = new ZVecCollectionSchema({
    name: 'chunks',
    fields: [
      {
        name: 'text',
        dataType: ZVecDataType.STRING,
        indexParams: { indexType: ZVecIndexType.FTS, tokenizerName: 'jieba' },
      },
    ],
    vectors: {
      name: 'embedding',
      dataType: ZVecDataType.VECTOR_FP32,
      dimension: chunks[0].vector.length,
      indexParams: {
        indexType: ZVecIndexType.HNSW,
        metricType: ZVecMetricType.COSINE,
        m: 16,
        efConstruction: 200,
      },
    },
  });
  const collection = ZVecCreateAndOpen(path, schema);
  for (let start = 0; start < chunks.length; start += STEP) {
    const statuses = collection.insertSync(
      chunks.slice(start, start + STEP).map(({ chunkId, text, vector }) => ({
        id: String(chunkId),
        vectors: { embedding: vector },
        fields: { text },
      })),
    );
    const failed = [statuses].flat().find(({ ok }) => !ok);
    if (failed) throw new Error(`zvec took a chunk not in: ${JSON.stringify(failed)}`);
  }
  collection.optimizeSync();
  return {
    search({ question, vector }) {
      const found = collection.multiQuerySync({
        queries: [
          {
            fieldName: 'embedding',
            vector,
            numCandidates: candidates,
            params: { indexType: ZVecIndexType.HNSW, ef: 100 },
          },
          { fieldName: 'text', fts: { matchString: question }, numCandidates: candidates },
        ],
        topk: limit,
        outputFields: [],
        rerank: { type: 'rrf' },
      });
      return found.map(({ id }) => Number(id));
    },
    close: () => collection.closeSync(),
  };
}
