import type { AllowedChunks } from '../filter.js';
import type { TopChunks } from '../top-chunks.js';
import { saturate } from './bm25.js';
import type { Collection } from './collection.js';
import type { PostingList } from './posting-list.js';
import { findPlace, lowerBound, type Segment } from './segment.js';

/** A term's postings in one segment, and what a saturated frequency of 1 counts. */
export type WeightedList = { factor: number; list: PostingList | null };

/** Allowed chunks lead to the blocks where they are so few, as a share of all; otherwise each posting is asked. */
const FEW_ALLOWED = 1 / 16;

/** Sums that are all 0 again: to make them anew for each search takes longer than many a search. */
const spare = new WeakMap<Segment, Float64Array>();

/** The sums of one segment's chunks, to which a query's terms are added one by one (a step each). */
export class SegmentSums {
  /** By place; 0 is a chunk not met yet, or given up. */
  private readonly sums: Float64Array;
  /** The places of the chunks met, `met` of them; ascending as soon as it is closed. */
  private places = new Int32Array(256);
  met = 0;
  /** Nothing new is begun any more. */
  private isClosed = false;
  /** By step, what this and all that follow can say at most; null before the first threshold. */
  private rest: Float64Array | null = null;
  private readonly allowedPlaces: Int32Array | null;

  /** `lists` in the order of the steps. */
  constructor(
    private readonly segment: Segment,
    private readonly lists: readonly WeightedList[],
    private readonly collection: Pick<Collection, 'averageLength' | 'norms'>,
    private readonly allowed: AllowedChunks | null,
  ) {
    this.sums = spare.get(segment) ?? new Float64Array(segment.lengths.length);
    spare.delete(segment);
    this.allowedPlaces = allowed && findPlaces(segment, allowed);
  }

  /** Adds a step's term to the chunks met, and meets those that can still come to the threshold. */
  add(step: number, threshold: number): void {
    const rest = this.restFrom(step, threshold);
    if (rest < threshold) this.close(threshold - rest);
    const { factor, list } = this.lists[step] as WeightedList;
    if (list === null) return;
    if (this.isClosed) this.addToMet(list, factor);
    else if (this.allowedPlaces === null) {
      for (let block = 0; block < list.blocks; block++) this.addBlock(list, block, factor);
    } else for (const block of list.blocksWith(this.allowedPlaces)) this.addBlock(list, block, factor);
  }

  /** What the steps from this one on can say at most, of no use before there is a threshold. */
  private restFrom(step: number, threshold: number): number {
    if (threshold === Number.NEGATIVE_INFINITY) return Number.POSITIVE_INFINITY;
    this.rest ??= this.boundFrom(step);
    return this.rest[step] as number;
  }

  private boundFrom(first: number): Float64Array {
    const rest = new Float64Array(this.lists.length + 1);
    for (let step = this.lists.length - 1; step >= first; step--) {
      const { factor, list } = this.lists[step] as WeightedList;
      rest[step] = (rest[step + 1] as number) + factor * (list?.bound(this.collection.averageLength) ?? 0);
    }
    return rest;
  }

  /** Begins nothing new, and gives up what has less than `least`. */
  private close(least: number): void {
    const { places, sums, met } = this;
    let kept = 0;
    for (let i = 0; i < met; i++) {
      const place = places[i] as number;
      if ((sums[place] as number) < least) sums[place] = 0;
      else places[kept++] = place;
    }
    this.met = kept;
    if (!this.isClosed) places.subarray(0, kept).sort();
    this.isClosed = true;
  }

  private addToMet(list: PostingList, factor: number): void {
    const { sums, met } = this;
    const { norms } = this.collection;
    const { lengths } = this.segment;
    const places = this.places.subarray(0, met);
    const frequencies = new Int32Array(met);
    list.frequenciesAt(places, frequencies);
    for (let i = 0; i < met; i++) {
      const frequency = frequencies[i] as number;
      if (frequency === 0) continue;
      const place = places[i] as number;
      sums[place] =
        (sums[place] as number) + factor * saturate(frequency, norms[lengths[place] as number] as number);
    }
  }

  /** Adds to the chunks met, and meets the others that are live and allowed. */
  private addBlock(list: PostingList, block: number, factor: number): void {
    const { sums, allowed } = this;
    const { norms } = this.collection;
    const { lengths, chunkIds } = this.segment;
    const count = list.decode(block);
    const { places, frequencies } = list.decoded;
    this.makeRoom(count);
    const { places: placesMet } = this;
    let { met } = this;
    for (let i = 0; i < count; i++) {
      const place = places[i] as number;
      const sum = sums[place] as number;
      const length = lengths[place] as number;
      if (sum === 0) {
        if (length === 0) continue;
        if (allowed !== null && !allowed.has(chunkIds[place] as number)) continue;
        placesMet[met++] = place;
      }
      sums[place] = sum + factor * saturate(frequencies[i] as number, norms[length] as number);
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

  /** Leaves the sums as they were; nothing can be added afterwards. */
  release(): void {
    for (let i = 0; i < this.met; i++) this.sums[this.places[i] as number] = 0;
    spare.set(this.segment, this.sums);
  }
}

/** Where the allowed chunks are live in a segment, ascending; null where they are so many that it does not help to know. */
function findPlaces(segment: Segment, { ids }: AllowedChunks): Int32Array | null {
  const { chunkIds } = segment;
  const from = lowerBound(ids, chunkIds[0] ?? 0);
  const within = ids.subarray(from, lowerBound(ids, (chunkIds.at(-1) ?? 0) + 1));
  if (within.length > FEW_ALLOWED * chunkIds.length) return null;
  return Int32Array.from(within, (chunkId) => findPlace(segment, chunkId)).filter((place) => place !== -1);
}
