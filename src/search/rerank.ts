import type { Hit, RankFeature } from '../domain/answer.js';
import type { Archive, ChunkInArticle } from '../domain/ports.js';
import type { Query } from '../domain/query.js';
import { createValueFinder } from './find-value.js';
import { createFreshness } from './freshness.js';
import type { Fused } from './fuse.js';
import { measureArticles, NOTHING } from './measure-articles.js';
import { measureChunk } from './measure-chunk.js';
import { placeFit } from './place-fit.js';
import { createCoverage, createPairScore } from './question-words.js';
import { rankWeights } from './rank-weights.js';
import { weighTimeFit } from './time-fit.js';

/** A candidate with what it stands for. */
export type LoadedCandidate = ChunkInArticle & { fused: Fused };

/**
 * Candidates → hits by everything that speaks for them, best first, with the parts of each score. `withVectors`: the
 * candidates were found by their vectors too.
 */
export async function rerank(
  archive: Archive,
  query: Query,
  loaded: readonly LoadedCandidate[],
  withVectors: boolean,
): Promise<Hit[]> {
  const coverage = await createCoverage(archive, query);
  const articles = measureArticles(
    coverage,
    await createPairScore(archive, query),
    loaded.map(({ article }) => article),
  );
  const findValues = createValueFinder(query);
  const holdsValue = (sentence: string) => findValues(sentence).length > 0;
  const freshness = createFreshness(loaded.map(({ article }) => article.issueDate));
  const weighParts = createWeigher(rankWeights(withVectors));
  const hits: Hit[] = loaded.map(({ fused, chunk, article, places }) => {
    const values: Record<RankFeature, number> = {
      words: fused.words,
      closeness: fused.closeness,
      ...(articles.get(article.articleId) ?? NOTHING),
      ...measureChunk(query, coverage, holdsValue, chunk.text),
      time: weighTimeFit(query, article, chunk.text, chunk.times),
      place: placeFit(query.places, chunk.places, article, chunk.text),
      fresh: query.asksForNewest ? freshness(article.issueDate) : 0,
      lead: chunk.ordinal === 0 ? 1 : 0,
    };
    const parts = weighParts(values);
    const score = parts.reduce((sum, { points }) => sum + points, 0);
    const { chunkId, text, start, end } = chunk;
    return { rank: 0, score, chunkId, article, text, start, end, parts, places, reprintOf: null };
  });
  return hits.sort((a, b) => b.score - a.score || a.chunkId - b.chunkId);
}

/** Values of 0 to 1 → points that add up to at most 1. */
function createWeigher(weights: Readonly<Record<RankFeature, number>>) {
  const features = Object.keys(weights) as RankFeature[];
  const all = features.reduce((sum, feature) => sum + weights[feature], 0);
  return (values: Readonly<Record<RankFeature, number>>) =>
    features.map((feature) => {
      const value = values[feature];
      return { feature, value, points: (weights[feature] * value) / all };
    });
}
