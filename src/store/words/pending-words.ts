import type { Database } from '../open-database.js';
import { PostingWriter } from './posting-writer.js';
import { insertSegment, toLength } from './segment.js';

type PendingChunk = { chunkId: number; terms: Int32Array };

/**
 * Chunks on their way into the words' index. A term is kept as its number in a vocabulary, so that a chunk of 400
 * terms takes 2 KB and not forty.
 */
export class PendingWords {
  private chunks: PendingChunk[] = [];
  private vocabulary = new Map<string, number>();

  get count(): number {
    return this.chunks.length;
  }

  /** Chunks come in order of id; a chunk's terms are repeated as often as they stand in it. */
  add(chunkId: number, terms: readonly string[]): void {
    this.chunks.push({ chunkId, terms: Int32Array.from(terms, (term) => this.toNumber(term)) });
  }

  /** Forgets all but the first `count` chunks. */
  truncate(count: number): void {
    this.chunks.length = count;
    if (count === 0) this.vocabulary.clear();
  }

  /** Writes all but the first `from` chunks, without those that have gone, as one segment, and forgets them. */
  write(database: Database, from: number, gone: ReadonlySet<number>): void {
    const chunks = this.chunks.slice(from).filter(({ chunkId }) => !gone.has(chunkId));
    if (chunks.length > 0) this.writeSegment(database, chunks);
    this.truncate(from);
  }

  private writeSegment(database: Database, chunks: readonly PendingChunk[]): void {
    const chunkIds = Uint32Array.from(chunks, ({ chunkId }) => chunkId);
    const lengths = Uint16Array.from(chunks, ({ terms }) => toLength(terms.length));
    const writer = new PostingWriter(database, insertSegment(database, chunkIds, lengths), lengths);
    const postings = collectPostings(chunks);
    // Sorted, so that the table only grows at its end.
    for (const term of [...this.vocabulary.keys()].sort()) {
      const pairs = postings[this.vocabulary.get(term) as number];
      if (pairs !== undefined) writer.insert(term, pairs);
    }
  }

  private toNumber(term: string): number {
    const known = this.vocabulary.get(term);
    if (known !== undefined) return known;
    const storable = toStorable(term);
    const number = this.vocabulary.get(storable) ?? this.vocabulary.size;
    this.vocabulary.set(storable, number);
    return number;
  }
}

/** By the term's number: place, frequency, place, frequency, … */
function collectPostings(chunks: readonly PendingChunk[]): number[][] {
  const postings: number[][] = [];
  chunks.forEach(({ terms }, place) => {
    for (const term of terms) {
      const pairs = postings[term];
      if (pairs === undefined) postings[term] = [place, 1];
      else if (pairs[pairs.length - 2] === place) (pairs[pairs.length - 1] as number)++;
      else pairs.push(place, 1);
    }
  });
  return postings;
}

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** SQLite writes half a character (a lone surrogate) as U+FFFD: done here, so that two terms cannot become one there. */
export function toStorable(term: string): string {
  return term.replace(LONE_SURROGATE, '\uFFFD');
}
