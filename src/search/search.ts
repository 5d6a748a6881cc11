import type { Hit } from '../domain/answer.js';
import type { Article, Chunk } from '../domain/article.js';
import type { Archive, Candidate, Embedder, Log } from '../domain/ports.js';
import type { Query } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { fuse } from './fuse.js';
import { preferFitting } from './prefer-fitting.js';

/** Query → at most `limit` hits, ranked from 1, and what must be said about the search. */
export type Search = (query: Query, limit: number) => Promise<{ hits: Hit[]; notes: string[] }>;

/** How many candidates each half of the search brings before they are ranked together. */
const CANDIDATES = 100;

/** Query → hits, best first. What the filter excludes is never looked at; nothing found is an empty list. */
export function createSearch(archive: Archive, embedder: Embedder | null, log: Log): Search {
  return async (query, limit) => {
    const { vector, notes } = await embedQuestion(archive, embedder, query.text, log);
    const { terms, filter } = query;
    const wanted = Math.max(CANDIDATES, limit);
    const candidates = await archive.findCandidates({ terms, vector, filter, limit: wanted });
    const hits = await loadHits(archive, candidates);
    return { hits: rank(preferFitting(query, hits)).slice(0, limit), notes };
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

async function loadHits(archive: Archive, candidates: readonly Candidate[]): Promise<Hit[]> {
  const chunks = new Map<number, Chunk>();
  for (const chunk of await archive.loadChunks(candidates.map(({ chunkId }) => chunkId))) {
    chunks.set(chunk.chunkId, chunk);
  }
  const articles = new Map<string, Article>();
  for (const article of await archive.loadArticles([
    ...new Set(candidates.map(({ articleId }) => articleId)),
  ])) {
    articles.set(article.articleId, article);
  }
  return fuse(candidates).flatMap(({ candidate, score }) => {
    const chunk = chunks.get(candidate.chunkId);
    const article = articles.get(candidate.articleId);
    if (!chunk || !article) return [];
    const { chunkId, text, start, end } = chunk;
    return [{ rank: 0, score, chunkId, article, text, start, end }];
  });
}

function rank(hits: readonly Hit[]): Hit[] {
  return [...hits]
    .sort((a, b) => b.score - a.score || a.chunkId - b.chunkId)
    .map((hit, index) => ({ ...hit, rank: index + 1 }));
}
