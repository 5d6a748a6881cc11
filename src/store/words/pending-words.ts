import type { NumberedTerms, PreparedChunk, SharedVocabulary } from '../../domain/ports.js';
import type { Database } from '../open-database.js';
import { CollectedPostings } from './collected-postings.js';
import { PostingWriter } from './posting-writer.js';
import { insertSegment, toLength } from './segment.js';
import { Vocabulary } from './vocabulary.js';

export type PendingChunk = { chunkId: number; terms: Int32Array };

/** Of the vocabulary that the last chunks shared: for each term its number here. */
type Translation = { of: SharedVocabulary; pairs: Int32Array; others: Int32Array };
const UNKNOWN = -1;

/**
 * Chunks on their way into the words' index. A term is kept as its number in a vocabulary, so that a chunk of 400
 * terms takes 2 KB and not forty.
 */
export class PendingWords {
  private chunks: PendingChunk[] = [];
  private readonly vocabulary = new Vocabulary();
  private translation: Translation | null = null;

  get count(): number {
    return this.chunks.length;
  }

  /** Chunks come in order of id; a chunk's terms are repeated as often as they stand in it. */
  add(chunkId: number, terms: PreparedChunk['terms']): void {
    const numbers =
      'numbers' in terms ? this.translate(terms) : Int32Array.from(terms, (term) => this.toNumber(term));
    this.chunks.push({ chunkId, terms: numbers });
  }

  /** Forgets all but the first `count` chunks. */
  truncate(count: number): void {
    this.chunks.length = count;
    if (count > 0) return;
    this.vocabulary.clear();
    this.translation = null;
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
    const postings = new CollectedPostings(chunks, this.vocabulary.bound);
    // Sorted, so that the table only grows at its end.
    for (const { term, number } of this.vocabulary.inOrder()) {
      const pairs = postings.pairsOf(number);
      if (pairs.length > 0) writer.insert(term, pairs);
    }
    writer.finish();
  }

  private translate({ vocabulary, numbers }: NumberedTerms): Int32Array {
    if (this.translation?.of !== vocabulary) this.translation = createTranslation(vocabulary);
    const { pairs, others } = this.translation;
    const translated = new Int32Array(numbers.length);
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] as number;
      const place = number >>> 1;
      const isPair = (number & 1) === 1;
      const known = isPair ? pairs : others;
      if (known[place] === UNKNOWN)
        known[place] = isPair
          ? this.vocabulary.numberOfPair(vocabulary.pairs[place] as number)
          : this.toNumber(vocabulary.others[place] as string);
      translated[i] = known[place] as number;
    }
    return translated;
  }

  private toNumber(term: string): number {
    return this.vocabulary.numberOf(toStorable(term));
  }
}

const createTranslation = (of: SharedVocabulary): Translation => ({
  of,
  pairs: new Int32Array(of.pairs.length).fill(UNKNOWN),
  others: new Int32Array(of.others.length).fill(UNKNOWN),
});

/** A quick look: whole characters may have two, too. */
const HALF_CHARACTER = /[\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** SQLite writes half a character (a lone surrogate) as U+FFFD: done here, so that two terms cannot become one there. */
export function toStorable(term: string): string {
  return HALF_CHARACTER.test(term) ? term.replace(LONE_SURROGATE, '\uFFFD') : term;
}
