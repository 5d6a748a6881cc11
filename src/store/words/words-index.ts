import type { QueryTerm } from '../../domain/query.js';
import { damagedRow } from '../damaged-row.js';
import type { AllowedChunks } from '../filter.js';
import type { Database } from '../open-database.js';
import { type ScoredChunk, TopChunks } from '../top-chunks.js';
import { inverseFrequency, saturatedFrequency } from './bm25.js';
import { toStorable } from './pending-words.js';
import { decodePostings, type Postings } from './postings.js';
import { countLive, findPlace, loadSegments, type Segment } from './segment.js';

/** The scores of one search. */
export type WordScores = {
  /** The best chunks with a score above 0, best first, ties by the lower id. */
  top(limit: number, allowed: AllowedChunks | null): ScoredChunk[];
  /** 0 where no term stands in the chunk. */
  of(chunkId: number): number;
};

/** Reads the words' index. Every call belongs inside the transaction in which `refresh` was called last. */
export class WordsIndex {
  private segments: Segment[] = [];
  private readonly loadPosting;

  constructor(private readonly database: Database) {
    this.loadPosting = database.prepare('SELECT count, data FROM posting WHERE segment_id = ? AND term = ?');
  }

  /** Takes over what has been committed since. */
  refresh(): void {
    this.segments = loadSegments(this.database, this.segments);
  }

  get chunks(): number {
    return this.segments.reduce((sum, segment) => sum + countLive(segment), 0);
  }

  /** In how many live chunks the term stands. */
  count(term: string): number {
    return this.segments.reduce((sum, segment) => sum + countHolding(segment, this.load(segment, term)), 0);
  }

  /** Weighted BM25 of every chunk that holds one of the terms. */
  score(terms: readonly QueryTerm[]): WordScores {
    const { chunks, segments } = this;
    const averageLength = segments.reduce((sum, segment) => sum + segment.totalLength, 0) / chunks;
    const scores = segments.map((segment) => new Float64Array(segment.lengths.length));
    for (const { text, weight } of terms) {
      const postings = segments.map((segment) => this.load(segment, text));
      const holding = segments.reduce(
        (sum, segment, s) => sum + countHolding(segment, postings[s] ?? null),
        0,
      );
      const factor = weight * inverseFrequency(chunks, holding);
      segments.forEach((segment, s) => {
        const found = postings[s];
        if (found) accumulate(scores[s] as Float64Array, found, segment.lengths, factor, averageLength);
      });
    }
    return {
      top: (limit, allowed) => selectTop(segments, scores, limit, allowed),
      of: (chunkId) => scoreOf(segments, scores, chunkId),
    };
  }

  private load(segment: Segment, term: string): Postings | null {
    const row = this.loadPosting.get(segment.segmentId, toStorable(term)) as
      | { count: number; data: Buffer }
      | undefined;
    if (row === undefined) return null;
    if (!Buffer.isBuffer(row.data)) throw damagedRow('posting');
    return decodePostings(row.data, row.count);
  }
}

function countHolding(segment: Segment, postings: Postings | null): number {
  if (postings === null) return 0;
  if (segment.dead === 0) return postings.places.length;
  let live = 0;
  for (const place of postings.places) if (segment.lengths[place] !== 0) live++;
  return live;
}

function accumulate(
  scores: Float64Array,
  { places, frequencies }: Postings,
  lengths: Uint16Array,
  factor: number,
  averageLength: number,
): void {
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    const length = lengths[place] as number;
    if (length === 0) continue;
    const score = factor * saturatedFrequency(frequencies[i] as number, length, averageLength);
    scores[place] = (scores[place] as number) + score;
  }
}

function selectTop(
  segments: readonly Segment[],
  scores: readonly Float64Array[],
  limit: number,
  allowed: AllowedChunks | null,
): ScoredChunk[] {
  const best = new TopChunks(limit);
  segments.forEach(({ chunkIds }, s) => {
    const ofSegment = scores[s] as Float64Array;
    for (let place = 0; place < ofSegment.length; place++) {
      const score = ofSegment[place] as number;
      if (score <= 0 || score < best.threshold) continue;
      const chunkId = chunkIds[place] as number;
      if (allowed === null || allowed.has(chunkId)) best.offer(chunkId, score);
    }
  });
  return best.toSorted();
}

function scoreOf(segments: readonly Segment[], scores: readonly Float64Array[], chunkId: number): number {
  for (let s = 0; s < segments.length; s++) {
    const place = findPlace(segments[s] as Segment, chunkId);
    if (place !== -1) return scores[s]?.[place] ?? 0;
  }
  return 0;
}
