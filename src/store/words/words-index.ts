import type { QueryTerm } from '../../domain/query.js';
import type { AllowedChunks } from '../filter.js';
import type { Database } from '../open-database.js';
import type { ScoredChunk } from '../top-chunks.js';
import { inverseFrequency } from './bm25.js';
import { buildCollection, type Collection, countHolding, scoreChunks } from './collection.js';
import { findBest } from './find-best.js';
import { PostingList } from './posting-list.js';
import { loadSegments } from './segment.js';
import { toStorable } from './storable-term.js';

const MOST_COUNTS = 10_000;

/** The scores of one search. */
export type WordScores = {
  /** The best chunks with a score above 0, best first, ties by the lower id. */
  top(limit: number, allowed: AllowedChunks | null): ScoredChunk[];
  /** In the order of the ids; 0 where no term stands in the chunk. */
  of(chunkIds: readonly number[]): Float64Array;
};

/** Reads the words' index. Every call belongs inside the transaction in which `refresh` was called last. */
export class WordsIndex {
  private collection: Collection = buildCollection([]);
  /** Of terms that were asked for since the last change: a question asks for its own several times. */
  private readonly counts = new Map<string, number>();
  private readonly loadRow;

  constructor(private readonly database: Database) {
    this.loadRow = database
      .prepare('SELECT count, data FROM postings WHERE segment_id = ? AND term = ?')
      .raw();
  }

  /** Takes over what has been committed since. */
  refresh(): void {
    const { segments } = this.collection;
    const now = loadSegments(this.database, segments);
    const isSame = now.length === segments.length && now.every((segment, s) => segment === segments[s]);
    if (isSame) return;
    this.collection = buildCollection(now);
    this.counts.clear();
  }

  get chunks(): number {
    return this.collection.chunks;
  }

  /** In how many live chunks the term stands. */
  count(term: string): number {
    const storable = toStorable(term);
    return this.counts.get(storable) ?? this.keepCount(storable, countHolding(this.load(storable)));
  }

  /** Weighted BM25. A term that comes twice counts with both weights. */
  score(terms: readonly QueryTerm[]): WordScores {
    const { collection } = this;
    const weighted = Array.from(addWeights(terms), ([term, weight]) => {
      const lists = this.load(term);
      const holding = this.keepCount(term, countHolding(lists));
      return { factor: weight * inverseFrequency(collection.chunks, holding), lists };
    });
    return {
      top: (limit, allowed) => findBest(collection, weighted, limit, allowed),
      of: (chunkIds) => scoreChunks(collection, weighted, chunkIds),
    };
  }

  private keepCount(term: string, count: number): number {
    if (this.counts.size >= MOST_COUNTS) this.counts.clear();
    this.counts.set(term, count);
    return count;
  }

  /** By segment. */
  private load(term: string): (PostingList | null)[] {
    return this.collection.segments.map((segment) => {
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
