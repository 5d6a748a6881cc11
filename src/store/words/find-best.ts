import type { AllowedChunks } from '../filter.js';
import { type ScoredChunk, TopChunks } from '../top-chunks.js';
import { saturatedFrequency } from './bm25.js';
import type { PostingList } from './posting-list.js';
import { findPlace, lowerBound, type Segment } from './segment.js';

/** A term of the query: what a saturated frequency of 1 counts, and its postings in each segment. */
export type WeightedLists = { factor: number; lists: readonly (PostingList | null)[] };

/** Rounding in sums may take so much, as a share: what is as good as the threshold must not fall below it. */
const ROUNDING = 1e-9;
/** A new threshold costs as much as so many postings for each chunk met, and a heap as so many for each one in it. */
const LOOK = 1;
const HEAP = 8;
/** Allowed chunks lead to the blocks where they are so few, as a share of all; otherwise each posting is asked. */
const FEW_ALLOWED = 1 / 16;

/**
 * The best `limit` chunks by the sum over the terms, best first, ties by the lower id: exactly those that adding everything up
 * would give. Turtle and Flood, Query Evaluation: Strategies and Optimizations (1995), MaxScore term by term, with the
 * bounds of blocks (Ding and Suel, Faster Top-k Document Retrieval Using Block-Max Indexes, 2011).
 *
 * The rarest terms come first: they say most, and are soon added up. What has been added up is at least the final score,
 * so the `limit`th best of it is a threshold: a chunk that was not met before need not be begun where what the frequent
 * terms can still say stays below it, and one that was met is given up where even that does not lift it there.
 */
export function findBest(
  segments: readonly Segment[],
  terms: readonly WeightedLists[],
  averageLength: number,
  limit: number,
  allowed: AllowedChunks | null,
): ScoredChunk[] {
  if (terms.length === 0) return [];
  const sums = segments.map((segment, s) => new SegmentSums(segment, s, terms, averageLength, allowed));
  const pick = () => {
    const best = new TopChunks(limit);
    for (const one of sums) one.offerTo(best);
    return best;
  };
  const counts = terms.map(({ lists }) => lists.reduce((sum, list) => sum + (list?.count ?? 0), 0));
  const order = terms.map((_, t) => t).sort((a, b) => (counts[a] as number) - (counts[b] as number));
  for (const one of sums) one.setOrder(order);
  let threshold = Number.NEGATIVE_INFINITY;
  let added = 0;
  let coming = counts.reduce((sum, count) => sum + count, 0);
  order.forEach((term, step) => {
    const met = sums.reduce((sum, one) => sum + one.met, 0);
    const cost = LOOK * met + HEAP * limit;
    // It is of use where much is yet to come, and another one where much has been added since.
    if (met >= limit && cost < coming / 4 && cost < added * 4) {
      added = 0;
      threshold = pick().threshold * (1 - ROUNDING);
      for (const one of sums) one.prune(step, threshold);
    }
    for (const one of sums) one.add(step, threshold);
    coming -= counts[term] as number;
    added += counts[term] as number;
  });
  const best = pick().toSorted();
  for (const one of sums) one.release();
  return best;
}

/** Where the allowed chunks are live in a segment, ascending; null where they are so many that it does not help to know. */
function findPlaces(segment: Segment, { ids }: AllowedChunks): Int32Array | null {
  const { chunkIds } = segment;
  const from = lowerBound(ids, chunkIds[0] ?? 0);
  const within = ids.subarray(from, lowerBound(ids, (chunkIds.at(-1) ?? 0) + 1));
  if (within.length > FEW_ALLOWED * chunkIds.length) return null;
  return Int32Array.from(within, (chunkId) => findPlace(segment, chunkId)).filter((place) => place !== -1);
}

/** Sums that are all 0 again: to make them anew for each search takes longer than many a search. */
const spare = new WeakMap<Segment, Float64Array>();

/** The sums of one segment's chunks. */
class SegmentSums {
  /** By place; 0 is a chunk not met yet, or given up. */
  private readonly sums: Float64Array;
  /** The places of the chunks met, `met` of them. */
  private places = new Int32Array(256);
  met = 0;
  /** Nothing new is begun any more. */
  private isClosed = false;
  private readonly bounds: (Float64Array | null)[];
  private readonly highests: number[];
  private order: readonly number[] = [];
  /** By step, what this and all that follow can say at most. */
  private rest: Float64Array = new Float64Array(1);
  private readonly allowedPlaces: Int32Array | null;

  constructor(
    private readonly segment: Segment,
    private readonly index: number,
    private readonly terms: readonly WeightedLists[],
    private readonly averageLength: number,
    private readonly allowed: AllowedChunks | null,
  ) {
    this.sums = spare.get(segment) ?? new Float64Array(segment.lengths.length);
    spare.delete(segment);
    this.bounds = terms.map(({ factor, lists }) => {
      const bound = lists[index]?.bound(averageLength) ?? null;
      return bound?.map((one) => one * factor) ?? null;
    });
    this.highests = this.bounds.map((bound) => bound?.reduce((most, one) => Math.max(most, one), 0) ?? 0);
    this.allowedPlaces = allowed && findPlaces(segment, allowed);
  }

  highest(term: number): number {
    return this.highests[term] as number;
  }

  setOrder(order: readonly number[]): void {
    this.order = order;
    this.rest = new Float64Array(order.length + 1);
    for (let step = order.length - 1; step >= 0; step--) {
      this.rest[step] = (this.rest[step + 1] as number) + this.highest(order[step] as number);
    }
  }

  private listAt(step: number): PostingList | null {
    return this.terms[this.order[step] as number]?.lists[this.index] ?? null;
  }

  /** Gives up what cannot come to the threshold with all that follows. */
  prune(step: number, threshold: number): void {
    const least = threshold - (this.rest[step] as number);
    if (!(least > 0)) return;
    const { places, sums, met } = this;
    let kept = 0;
    for (let i = 0; i < met; i++) {
      const place = places[i] as number;
      if ((sums[place] as number) < least) sums[place] = 0;
      else places[kept++] = place;
    }
    this.met = kept;
    this.isClosed = true;
  }

  /** Adds a step's term to the chunks met, and meets those that can still come to the threshold. */
  add(step: number, threshold: number): void {
    const list = this.listAt(step);
    if (list === null) return;
    if ((this.rest[step] as number) < threshold) this.isClosed = true;
    const term = this.order[step] as number;
    const factor = (this.terms[term] as WeightedLists).factor;
    const places = this.isClosed ? this.placesMet(list.blocks) : this.allowedPlaces;
    if (places !== null) {
      for (const block of list.blocksWith(places)) this.addBlock(list, block, factor, !this.isClosed);
      return;
    }
    const bounds = this.bounds[term] as Float64Array;
    const missing = threshold - (this.rest[step + 1] as number);
    for (let block = 0; block < list.blocks; block++) {
      const opens = !this.isClosed && !((bounds[block] as number) < missing);
      if (opens || this.met > 0) this.addBlock(list, block, factor, opens);
    }
  }

  /** In order, where they are so few that some of so many blocks can be passed over; otherwise null. */
  private placesMet(blocks: number): Int32Array | null {
    return this.met < blocks ? this.places.slice(0, this.met).sort() : null;
  }

  /** `opens`: chunks not met before are met, if they are live and allowed. */
  private addBlock(list: PostingList, block: number, factor: number, opens: boolean): void {
    const { sums, averageLength, allowed } = this;
    const { lengths, chunkIds } = this.segment;
    const count = list.decode(block);
    const { places, frequencies } = list.decoded;
    if (opens) this.makeRoom(count);
    const { places: placesMet } = this;
    let { met } = this;
    for (let i = 0; i < count; i++) {
      const place = places[i] as number;
      const sum = sums[place] as number;
      if (sum === 0 && !opens) continue;
      const length = lengths[place] as number;
      if (sum === 0) {
        if (length === 0) continue;
        if (allowed !== null && !allowed.has(chunkIds[place] as number)) continue;
        placesMet[met++] = place;
      }
      sums[place] = sum + factor * saturatedFrequency(frequencies[i] as number, length, averageLength);
    }
    this.met = met;
  }

  private makeRoom(count: number): void {
    if (this.met + count <= this.places.length) return;
    const larger = new Int32Array(2 * this.places.length);
    larger.set(this.places);
    this.places = larger;
  }

  offerTo(best: TopChunks): void {
    const { places, sums, met } = this;
    let { threshold } = best;
    for (let i = 0; i < met; i++) {
      const place = places[i] as number;
      const score = sums[place] as number;
      if (score < threshold) continue;
      best.offer(this.segment.chunkIds[place] as number, score);
      threshold = best.threshold;
    }
  }
  release(): void {
    for (let i = 0; i < this.met; i++) this.sums[this.places[i] as number] = 0;
    spare.set(this.segment, this.sums);
  }
}
