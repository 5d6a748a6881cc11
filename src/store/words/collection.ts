import { lengthNorm, saturate } from './bm25.js';
import type { PostingList } from './posting-list.js';
import { countLive, findPlace, type Segment } from './segment.js';

/** All segments with what a chunk's length counts among them. */
export type Collection = {
  segments: readonly Segment[];
  /** Live chunks. */
  chunks: number;
  averageLength: number;
  /** By a chunk's length, its `lengthNorm`: so small a table stays near the processor, one by place does not. */
  norms: Float64Array;
};

/** A term of the query: what a saturated frequency of 1 counts, and its postings in each segment. */
export type WeightedLists = { factor: number; lists: readonly (PostingList | null)[] };

export function buildCollection(segments: readonly Segment[]): Collection {
  const chunks = segments.reduce((sum, segment) => sum + countLive(segment), 0);
  const averageLength = segments.reduce((sum, segment) => sum + segment.totalLength, 0) / chunks;
  const longest = segments.reduce((most, { lengths }) => lengths.reduce((a, b) => Math.max(a, b), most), 0);
  const norms = Float64Array.from({ length: longest + 1 }, (_, length) => lengthNorm(length, averageLength));
  return { segments, chunks, averageLength, norms };
}

/** In how many live chunks the term stands. */
export const countHolding = (lists: readonly (PostingList | null)[]): number =>
  lists.reduce((sum, list) => sum + (list?.countLive() ?? 0), 0);

/** What the terms say in each of the chunks together, in their order; 0 where none stands in it, or it is not there. */
export function scoreChunks(
  { segments, norms }: Collection,
  terms: readonly WeightedLists[],
  chunkIds: readonly number[],
): Float64Array {
  const scores = new Float64Array(chunkIds.length);
  if (terms.length === 0 || chunkIds.length === 0) return scores;
  const frequencies = new Int32Array(chunkIds.length);
  segments.forEach((segment, s) => {
    const found = chunkIds
      .map((chunkId, index) => ({ place: findPlace(segment, chunkId), index }))
      .filter(({ place }) => place !== -1)
      .sort((a, b) => a.place - b.place);
    const places = Int32Array.from(found, ({ place }) => place);
    for (const { factor, lists } of terms) {
      const list = lists[s];
      if (!list) continue;
      list.frequenciesAt(places, frequencies);
      found.forEach(({ place, index }, i) => {
        const frequency = frequencies[i] as number;
        if (frequency === 0) return;
        const norm = norms[segment.lengths[place] as number] as number;
        scores[index] = (scores[index] as number) + factor * saturate(frequency, norm);
      });
    }
  });
  return scores;
}
