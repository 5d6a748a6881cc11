import { createRequire } from 'node:module';
import { buildArchive, loadChunksWithVectors } from '../archives.mjs';
import { pickQuestions } from '../corpus.mjs';
import { compareTimes, race, recall } from '../measure.mjs';
import { openArchive, silent, toQuery } from '../program.mjs';
import { openVectorCache } from '../vector-cache.mjs';

const LIMIT = 10;
const EF = 100;

/** The nearest ten through the archive, against hnswlib-node alone: the same build, vectors and parameters. */
export async function measure({ corpus, scratch, sizes, rounds }) {
  const dataDir = await buildArchive({ corpus, scratch, count: sizes.articlesWithVectors, vectors: true });
  const archive = await openArchive({ dataDir, log: silent });
  const questions = pickQuestions(corpus.questions, sizes.questionsWithVectors);
  const chunks = loadChunksWithVectors(dataDir);
  const cache = openVectorCache(scratch);
  const vectors = await cache.embedQueries(questions.map(({ question }) => toQuery(question).text));
  await cache.close();
  const bare = buildBareIndex(chunks);
  const runs = await race(
    {
      ours: (vector) => searchOurs(archive, vector),
      bare: (vector) => bare.searchKnn(Array.from(vector), LIMIT).neighbors,
    },
    vectors,
    { rounds },
  );
  const exact = vectors.map((vector) => findExactly(chunks, vector));
  const quality = `recall@10 ${recall(runs.ours.results, exact).toFixed(3)}, bare ${recall(runs.bare.results, exact).toFixed(3)}`;
  const lines = Object.entries({ p50: 0.5, p95: 0.95 }).map(([figure, share]) => ({
    what: `nearest ten vectors, ${figure}`,
    against: 'bare hnswlib-node',
    ...compareTimes(runs.ours, runs.bare, share),
    bound: figure === 'p50' ? 1.15 : null,
    note: quality,
  }));
  await archive.close();
  return { data: `${chunks.length} vectors of ${vectors[0].length}, ${vectors.length} questions`, lines };
}

async function searchOurs(archive, vector) {
  const found = await archive.findCandidates({ terms: [], vector, filter: {}, limit: LIMIT });
  return found.sort((a, b) => b.cosine - a.cosine).map(({ chunkId }) => chunkId);
}

/** The program's own module, so that both are of one build. */
function buildBareIndex(chunks) {
  const { HierarchicalNSW } = createRequire(import.meta.resolve('../../../package.json'))('hnswlib-node');
  const index = new HierarchicalNSW('ip', chunks[0].vector.length);
  index.initIndex({ maxElements: chunks.length, m: 16, efConstruction: 200, randomSeed: 100 });
  for (const { chunkId, vector } of chunks) index.addPoint(Array.from(vector), chunkId);
  index.setEf(EF);
  return index;
}

function findExactly(chunks, vector) {
  return chunks
    .map((chunk) => ({ chunkId: chunk.chunkId, cosine: dot(chunk.vector, vector) }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, LIMIT)
    .map(({ chunkId }) => chunkId);
}

function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
