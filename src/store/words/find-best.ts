import type { AllowedChunks } from '../filter.js';
import { type ScoredChunk, TopChunks } from '../top-chunks.js';
import { BLOCK } from './block-table.js';
import { type Collection, scoreChunks, type WeightedLists } from './collection.js';
import { SegmentSums } from './segment-sums.js';

/** Rounding in sums may take so much, as a share: what is as good as the threshold must not fall below it. */
const ROUNDING = 1e-9;
/** To pick the best costs as much as so many postings for each chunk met, and for each one that is picked. */
const LOOK = 1;
const HEAP = 8;

/**
 * The best `limit` chunks by the sum over the terms, best first, ties by the lower id: exactly those that adding everything up
 * would give. Turtle and Flood, Query Evaluation: Strategies and Optimizations (1995), MaxScore term by term.
 *
 * The rarest terms come first: they say most, and are soon added up. The chunks that are best by then are scored in full,
 * and the least of them is a threshold: a chunk that was not met before need not be begun where what the frequent terms can
 * still say stays below it, and one that was met is given up where even that does not lift it there.
 */
export function findBest(
  collection: Collection,
  terms: readonly WeightedLists[],
  limit: number,
  allowed: AllowedChunks | null,
): ScoredChunk[] {
  const steps = terms
    .map((term) => ({ ...term, count: term.lists.reduce((sum, list) => sum + (list?.count ?? 0), 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  if (steps.length === 0) return [];
  const sums = collection.segments.map((segment, s) => {
    const lists = steps.map(({ factor, lists }) => ({ factor, list: lists[s] ?? null }));
    return new SegmentSums(segment, lists, collection, allowed);
  });
  const pickBest = () => {
    const best = new TopChunks(limit);
    for (const one of sums) one.offerTo(best);
    return best.toSorted();
  };
  let threshold = Number.NEGATIVE_INFINITY;
  let added = 0;
  let coming = steps.reduce((sum, { count }) => sum + count, 0);
  steps.forEach(({ count }, step) => {
    const met = sums.reduce((sum, one) => sum + one.met, 0);
    const rest = steps.slice(step);
    const cost = LOOK * met + HEAP * limit + costOfScoring(rest, limit);
    // It can save no more than is to come, and must not cost more than the terms themselves.
    if (met >= limit && cost < Math.min(coming, added)) {
      threshold = Math.max(threshold, leastInFull(collection, rest, pickBest()) * (1 - ROUNDING));
      added = 0;
    }
    for (const one of sums) one.add(step, threshold);
    coming -= count;
    added += count;
  });
  const best = pickBest();
  for (const one of sums) one.release();
  return best;
}

/** The lowest score of some chunks with all terms that are yet to come. */
function leastInFull(
  collection: Collection,
  coming: readonly WeightedLists[],
  chunks: readonly ScoredChunk[],
): number {
  const more = scoreChunks(
    collection,
    coming,
    chunks.map(({ chunkId }) => chunkId),
  );
  return Math.min(...chunks.map(({ score }, i) => score + (more[i] as number)));
}

/** In postings: in each list half a block is decoded for each chunk, but not more than all. */
const costOfScoring = (coming: readonly { count: number }[], chunks: number): number =>
  coming.reduce((sum, { count }) => sum + Math.min(count, (chunks * BLOCK) / 2), 0);
