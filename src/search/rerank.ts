import type { Hit, RankFeature } from '../domain/answer.js';
import type { Chunk } from '../domain/article.js';
import type { Archive } from '../domain/ports.js';
import type { Query } from '../domain/query.js';
import { createValueFinder } from './find-value.js';
import { createFreshness } from './freshness.js';
import type { Fused } from './fuse.js';
import { measureArticles, NOTHING } from './measure-articles.js';
import { measureChunk } from './measure-chunk.js';
import { placeFit } from './place-fit.js';
import { createCoverage, createPairScore } from './question-words.js';
import { RANK_WEIGHTS } from './rank-weights.js';
import { weighTimeFit } from './time-fit.js';

/** A candidate with what it stands for. */
export type LoadedCandidate = {
  fused: Fused;
  chunk: Chunk;
  article: Hit['article'];
  places: readonly string[];
};

/** A chunk of fewer characters says little: a caption, the last line of a table. */
const FULL_LENGTH = 300;
const FEATURES = Object.keys(RANK_WEIGHTS) as RankFeature[];
const ALL_WEIGHTS = FEATURES.reduce((sum, feature) => sum + RANK_WEIGHTS[feature], 0);

/** Candidates → hits by everything that speaks for them, best first, with the parts of each score. */
export async function rerank(
  archive: Archive,
  query: Query,
  loaded: readonly LoadedCandidate[],
): Promise<Hit[]> {
  const coverage = await createCoverage(archive, query);
  const articles = measureArticles(
    coverage,
    await createPairScore(archive, query),
    loaded.map(({ article }) => article),
  );
  const holdsValue = createValueFinder(query);
  const freshness = createFreshness(loaded.map(({ article }) => article.issueDate));
  const hits = loaded.map(({ fused, chunk, article, places }) => {
    const values: Record<RankFeature, number> = {
      words: fused.words,
      closeness: fused.closeness,
      ...(articles.get(article.articleId) ?? NOTHING),
      ...measureChunk(query, coverage, holdsValue, chunk.text),
      time: weighTimeFit(query, article, chunk.text, chunk.times),
      place: placeFit(query.places, chunk.places, article, chunk.text),
      fresh: query.asksForNewest ? freshness(article.issueDate) : 0,
      length: Math.min(1, chunk.text.length / FULL_LENGTH),
      lead: chunk.ordinal === 0 ? 1 : 0,
    };
    return toHit(chunk, article, places, values);
  });
  return hits.sort((a, b) => b.score - a.score || a.chunkId - b.chunkId);
}

function toHit(
  { chunkId, text, start, end }: Chunk,
  article: Hit['article'],
  places: readonly string[],
  values: Readonly<Record<RankFeature, number>>,
): Hit {
  const parts = FEATURES.map((feature) => {
    const value = values[feature];
    return { feature, value, points: (RANK_WEIGHTS[feature] * value) / ALL_WEIGHTS };
  });
  const score = parts.reduce((sum, { points }) => sum + points, 0);
  return { rank: 0, score, chunkId, article, text, start, end, parts, places, reprintOf: null };
}
