import { join } from 'node:path';
import { buildArchive, loadChunksWithVectors, loadSourceIds } from '../archives.mjs';
import { pickQuestions } from '../corpus.mjs';
import { compareTimes, meanReciprocalRank, percentile, race } from '../measure.mjs';
import { createExhaustiveBm25, listChunkTerms } from '../peers/exhaustive-bm25.mjs';
import { createSearch, fuse, openArchive, silent, toQuery } from '../program.mjs';
import { openVectorCache } from '../vector-cache.mjs';

/** What each half of a search brings, and what the fusion returns: enough chunks for ten different articles. */
const CANDIDATES = 100;
const LIMIT = 20;

/** A search by words and vectors against engines that do both. The question's vector is made before, for all alike. */
export async function measure({ corpus, scratch, sizes, rounds }) {
  const dataDir = await buildArchive({ corpus, scratch, count: sizes.articlesWithVectors, vectors: true });
  const archive = await openArchive({ dataDir, log: silent });
  const sourceIds = loadSourceIds(dataDir);
  const questions = await prepareQuestions(
    pickQuestions(corpus.questions, sizes.questionsWithVectors),
    scratch,
  );
  const chunks = loadChunksWithVectors(dataDir);
  const peers = await openPeers(scratch, chunks);
  const { contestants, failures } = peers;
  const runs = await race(
    {
      'words + vectors, fused': (question) => searchFused(archive, question),
      'the whole search': createWholeSearch(archive),
      understanding: ({ question }) => toQuery(question),
      ...Object.fromEntries(Object.entries(contestants).map(([name, peer]) => [name, peer.search])),
    },
    questions,
    { rounds },
  );
  const right = await rankExhaustively(dataDir, questions);
  const rank = (rankings) =>
    meanReciprocalRank(
      rankings.map((ids) => ids.map((id) => sourceIds.get(id))),
      questions,
    );
  const quality = { exhaustive: rank(right), of: (name) => rank(runs[name].results) };
  const lines = Object.keys(contestants).flatMap((peer) =>
    ['words + vectors, fused', 'the whole search'].flatMap((ours) =>
      compareEngines(runs, ours, peer, quality),
    ),
  );
  for (const peer of Object.values(contestants)) await peer.close();
  const held = await archive.coverage();
  await archive.close();
  return {
    data: `${held.articles} articles, ${held.chunks} chunks, ${held.vectors} vectors, ${questions.length} questions`,
    lines,
    failures,
  };
}

function compareEngines(runs, ours, peer, { exhaustive, of }) {
  const understanding = percentile(runs.understanding.rounds.flat(), 0.5).toFixed(2);
  const quality = { ours: of(ours), peer: of(peer), exhaustive, wanted: Math.max(of(peer), exhaustive) };
  return Object.entries({ p50: 0.5, p95: 0.95 }).map(([figure, share]) => ({
    what: `hybrid query: ${ours}, ${figure}`,
    against: peer,
    ...compareTimes(runs[ours], runs[peer], share),
    bound: peer.startsWith('zvec') ? 1 : 0.3,
    quality,
    note: `understanding the question is ${understanding} ms of ours`,
  }));
}

async function prepareQuestions(questions, scratch) {
  const cache = openVectorCache(scratch);
  const vectors = await cache.embedQueries(questions.map(({ question }) => toQuery(question).text));
  await cache.close();
  return questions.map((question, place) => ({ ...question, vector: vectors[place] }));
}

/** A peer that cannot be loaded here is named with its error, and the others are measured. */
async function openPeers(scratch, chunks) {
  const options = { limit: LIMIT, candidates: CANDIDATES };
  const makers = {
    'zvec: jieba + HNSW, RRF': async () =>
      (await import('../peers/zvec.mjs')).createZvec(join(scratch, 'zvec'), chunks, options),
    'LanceDB: words + HNSW, RRF': async () =>
      (await import('../peers/lancedb.mjs')).createLanceDb(join(scratch, 'lancedb'), chunks, options),
  };
  const contestants = {};
  const failures = [];
  for (const [name, make] of Object.entries(makers)) {
    try {
      contestants[name] = await make();
    } catch (error) {
      failures.push(`${name}: ${error.message}`);
    }
  }
  return { contestants, failures };
}

/** Question → terms → candidates → fused, as the program does before it reranks. */
async function searchFused(archive, { question, vector }) {
  const { terms } = toQuery(question);
  const found = fuse(await archive.findCandidates({ terms, vector, filter: {}, limit: CANDIDATES }));
  return found.slice(0, LIMIT).map(({ candidate }) => candidate.chunkId);
}

/** The program's search as a person calls it, reranked, all but the embedding of the question. */
function createWholeSearch(archive) {
  let vector = null;
  const embedder = { id: 'bge-small-zh-v1.5-int8', dimension: 512, embedQuery: async () => vector };
  const search = createSearch(archive, embedder, silent);
  return async (question) => {
    vector = question.vector;
    const { hits } = await search(toQuery(question.question), LIMIT);
    return hits.map(({ chunkId }) => chunkId);
  };
}

async function rankExhaustively(dataDir, questions) {
  const terms = questions.map(({ question }) => toQuery(question).terms);
  const wanted = new Set(terms.flat().map(({ text }) => text));
  const exhaustive = await createExhaustiveBm25(listChunkTerms(dataDir), wanted);
  return terms.map((some) => exhaustive(some, LIMIT).map(({ chunkId }) => chunkId));
}
