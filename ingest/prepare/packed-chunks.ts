import type { PreparedChunk } from '../../src/domain/ports.js';
import { hashChunk } from '../../src/store/hash-chunk.js';
import { Vocabulary } from '../../src/store/words/vocabulary.js';
import type { ChunkOfWords } from './prepare-chunks.js';

/**
 * The chunks of several articles on their way between two threads. Their terms are numbers in one vocabulary: to copy
 * some hundred strings a chunk would take longer than to make them.
 */
export type PackedChunks = {
  /** Of each article. */
  articles: (Omit<PreparedChunk, 'terms'> & { hash: string; terms: number })[][];
  pairs: Int32Array;
  /** The other terms, each once, joined by line ends: a term is letters and digits, and has none. */
  others: string;
  /** The terms of all chunks one after the other; each chunk tells how many (`terms`) are its own. */
  numbers: Uint32Array;
};

export function packChunks(articles: readonly ChunkOfWords[][]): PackedChunks {
  const vocabulary = new Vocabulary();
  const numbers = new Uint32Array(countTerms(articles));
  let at = 0;
  const packed = articles.map((chunks) =>
    chunks.map((chunk) => {
      for (const term of chunk.terms) numbers[at++] = vocabulary.numberOf(term);
      return { ...chunk, hash: hashChunk(chunk), terms: chunk.terms.length };
    }),
  );
  const { pairs, others } = vocabulary.list();
  return { articles: packed, pairs, others: others.join('\n'), numbers };
}

const countTerms = (articles: readonly ChunkOfWords[][]): number =>
  articles.flat().reduce((sum, { terms }) => sum + terms.length, 0);

export function unpackChunks({ articles, pairs, others, numbers }: PackedChunks): PreparedChunk[][] {
  const vocabulary = { pairs, others: others.split('\n') };
  let at = 0;
  return articles.map((chunks) =>
    chunks.map(({ hash, terms, ...chunk }) => {
      const own = numbers.subarray(at, at + terms);
      at += terms;
      return { ...chunk, terms: { vocabulary, numbers: own, hash } };
    }),
  );
}
