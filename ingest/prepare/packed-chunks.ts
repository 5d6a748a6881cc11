import type { PreparedChunk } from '../../src/domain/ports.js';
import { hashChunk } from '../../src/store/hash-chunk.js';

/**
 * The chunks of several articles on their way between two threads. Their terms are numbers in one vocabulary: to copy
 * some hundred strings a chunk would take longer than to make them.
 */
export type PackedChunks = {
  /** Of each article. */
  articles: (Omit<PreparedChunk, 'terms'> & { hash: string; terms: number })[][];
  /** Each term once, joined by line ends: every term is letters and digits, and has none. */
  vocabulary: string;
  /** The terms of all chunks one after the other; each chunk tells how many (`terms`) are its own. */
  numbers: Uint32Array;
};

export function packChunks(articles: readonly PreparedChunk[][]): PackedChunks {
  const known = new Map<string, number>();
  const numbers: number[] = [];
  const packed = articles.map((chunks) =>
    chunks.map((chunk) => {
      const terms = chunk.terms as readonly string[];
      for (const term of terms) {
        const number = known.get(term) ?? known.size;
        if (number === known.size) known.set(term, number);
        numbers.push(number);
      }
      return { ...chunk, hash: hashChunk(chunk), terms: terms.length };
    }),
  );
  return { articles: packed, vocabulary: [...known.keys()].join('\n'), numbers: Uint32Array.from(numbers) };
}

export function unpackChunks({ articles, vocabulary: joined, numbers }: PackedChunks): PreparedChunk[][] {
  const vocabulary = joined.split('\n');
  let at = 0;
  return articles.map((chunks) =>
    chunks.map(({ hash, terms, ...chunk }) => {
      const own = numbers.subarray(at, at + terms);
      at += terms;
      return { ...chunk, terms: { vocabulary, numbers: own, hash } };
    }),
  );
}
