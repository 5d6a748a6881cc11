import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Hit } from '../domain/answer.js';
import type { Archive, Embedder, Log } from '../domain/ports.js';
import type { Query } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { type Fused, fuse } from './fuse.js';
import { joinNeighbours } from './join-neighbours.js';
import { markReprints } from './reprints.js';
import { type LoadedCandidate, rerank } from './rerank.js';

/** Query → at most `limit` hits, ranked from 1, and what must be said about the search. */
export type Search = (query: Query, limit: number) => Promise<{ hits: Hit[]; notes: string[] }>;

/** How many candidates each half of the search brings, and how many of the best are looked at closely. */
const CANDIDATES = 100;
const RERANKED = 50;

/** Query → hits, best first. What the filter excludes is never looked at; nothing found is an empty list. */
export function createSearch(archive: Archive, embedder: Embedder | null, log: Log): Search {
  return async (query, limit) => {
    const { vector, notes } = await embedQuestion(archive, embedder, query.text, log);
    const { terms, filter } = query;
    const wanted = Math.max(CANDIDATES, limit);
    const fused = fuse(await archive.findCandidates({ terms, vector, filter, limit: wanted }));
    await letOthersRun();
    const loaded = await loadCandidates(archive, fused.slice(0, Math.max(RERANKED, limit)));
    const reranked = await rerank(archive, query, loaded, vector !== null);
    await letOthersRun();
    const hits = markReprints(joinNeighbours(reranked).slice(0, limit));
    return { hits: hits.map((hit, index) => ({ ...hit, rank: index + 1 })), notes };
  };
}

/**
 * The question's vector; null where the archive cannot be searched by vectors. A reduction that was not said when the
 * program opened (another model, a model that fails now) comes with a note.
 */
async function embedQuestion(
  archive: Archive,
  embedder: Embedder | null,
  text: string,
  log: Log,
): Promise<{ vector: Float32Array | null; notes: string[] }> {
  const model = await archive.embeddingModel();
  if (!embedder || !model) return { vector: null, notes: [] };
  if (model.id !== embedder.id) return { vector: null, notes: [wording.otherModel(model.id, embedder.id)] };
  try {
    return { vector: await embedder.embedQuery(text), notes: [] };
  } catch (error) {
    log.warn({ error }, 'The question could not be embedded; searching by words alone');
    return { vector: null, notes: [wording.wordsOnly()] };
  }
}

/** What was removed since the candidates were found is left out. */
async function loadCandidates(archive: Archive, fused: readonly Fused[]): Promise<LoadedCandidate[]> {
  const loaded = await archive.loadChunksInArticles(fused.map(({ candidate }) => candidate.chunkId));
  const byId = new Map(loaded.map((one) => [one.chunk.chunkId, one]));
  return fused.flatMap((one) => {
    const found = byId.get(one.candidate.chunkId);
    return found ? [{ fused: one, ...found }] : [];
  });
}
