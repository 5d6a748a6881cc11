import type { QueryTerm } from '../../domain/query.js';
import type { AllowedChunks } from '../filter.js';
import type { Database } from '../open-database.js';
import type { ScoredChunk } from '../top-chunks.js';
import { inverseFrequency, saturatedFrequency } from './bm25.js';
import { findBest, type WeightedLists } from './find-best.js';
import { toStorable } from './pending-words.js';
import { PostingList } from './posting-list.js';
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
  private readonly loadRow;

  constructor(private readonly database: Database) {
    this.loadRow = database
      .prepare('SELECT count, data FROM posting_list WHERE segment_id = ? AND term = ?')
      .raw();
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
    return countHolding(this.load(toStorable(term)));
  }

  /** Weighted BM25. A term that comes twice counts with both weights. */
  score(terms: readonly QueryTerm[]): WordScores {
    const { chunks, segments } = this;
    const averageLength = segments.reduce((sum, segment) => sum + segment.totalLength, 0) / chunks;
    const weighted = [...addWeights(terms)].map(([term, weight]): WeightedLists => {
      const lists = this.load(term);
      return { factor: weight * inverseFrequency(chunks, countHolding(lists)), lists };
    });
    const known = new Map<number, number>();
    return {
      top: (limit, allowed) => {
        const best = findBest(segments, weighted, averageLength, limit, allowed);
        for (const { chunkId, score } of best) known.set(chunkId, score);
        return best;
      },
      of: (chunkId) => known.get(chunkId) ?? scoreOne(segments, weighted, averageLength, chunkId),
    };
  }

  /** By segment. */
  private load(term: string): (PostingList | null)[] {
    return this.segments.map((segment) => {
      const row = this.loadRow.get(segment.segmentId, term) as [number, Buffer] | undefined;
      return row === undefined ? null : new PostingList(segment, ...row);
    });
  }
}

function addWeights(terms: readonly QueryTerm[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { text, weight } of terms) {
    const term = toStorable(text);
    weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  return weights;
}

const countHolding = (lists: readonly (PostingList | null)[]): number =>
  lists.reduce((sum, list) => sum + (list?.countLive() ?? 0), 0);

function scoreOne(
  segments: readonly Segment[],
  terms: readonly WeightedLists[],
  averageLength: number,
  chunkId: number,
): number {
  for (let s = 0; s < segments.length; s++) {
    const segment = segments[s] as Segment;
    const place = findPlace(segment, chunkId);
    if (place === -1) continue;
    const length = segment.lengths[place] as number;
    return terms.reduce((sum, { factor, lists }) => {
      const frequency = lists[s]?.frequencyAt(place) ?? 0;
      return sum + factor * saturatedFrequency(frequency, length, averageLength);
    }, 0);
  }
  return 0;
}
