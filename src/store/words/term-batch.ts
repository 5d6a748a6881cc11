import type { TermBatch } from '../../domain/term-batch.js';
import type { IndexTerms } from '../../text/words.js';
import { collectPostings } from './collect-postings.js';
import { toPairKey } from './pair-key.js';
import { PairNumbers } from './pair-numbers.js';
import { toStorable } from './storable-term.js';

/**
 * Collects the terms of some chunks into a batch. Pairs of characters, which are three quarters of all terms, are numbers
 * from the beginning: looking these up, and sorting them, takes a fraction of what it takes for strings.
 */
export class TermBatchBuilder {
  /** Of each chunk its terms, as often as they stand there: twice the place in `others`, or twice the pair's number and one. */
  private readonly chunks: Uint32Array[] = [];
  private readonly pairNumbers = new PairNumbers();
  private readonly numbers = new Map<string, number>();
  private readonly others: string[] = [];

  /** Takes the terms of a chunk's texts in; returns its place in the batch. */
  add(texts: readonly IndexTerms[]): number {
    const terms = new Uint32Array(countTerms(texts));
    let at = 0;
    for (const { words, pairs, numbers } of texts) {
      for (const word of words) terms[at++] = this.numberOf(word);
      for (const pair of pairs) terms[at++] = this.numberOfPair(pair);
      for (const number of numbers) terms[at++] = this.numberOf(number);
    }
    return this.chunks.push(terms) - 1;
  }

  /** Of what was taken in so far. */
  build(): TermBatch {
    const { chunks, others, pairNumbers } = this;
    // Unsigned, a pair's key is as great as the pair.
    const pairs = Uint32Array.from(pairNumbers.keys()).sort();
    const ranks = new Uint32Array(2 * Math.max(pairs.length, others.length));
    for (let rank = 0; rank < pairs.length; rank++)
      ranks[2 * pairNumbers.find((pairs[rank] as number) | 0) + 1] = rank;
    for (let number = 0; number < others.length; number++) ranks[2 * number] = pairs.length + number;
    const postings = collectPostings(chunks, ranks, pairs.length + others.length);
    return { chunks: chunks.length, pairs, others: others.slice(), ...postings };
  }

  private numberOf(term: string): number {
    return this.numbers.get(term) ?? this.addTerm(term);
  }

  private addTerm(term: string): number {
    const storable = toStorable(term);
    const key = toPairKey(storable);
    const known = key === null ? this.numbers.get(storable) : this.numberOfPair(key);
    const number = known ?? 2 * this.others.push(storable) - 2;
    this.numbers.set(storable, number);
    this.numbers.set(term, number);
    return number;
  }

  private numberOfPair(key: number): number {
    return 2 * this.pairNumbers.numberOf(key) + 1;
  }
}

export const countTerms = (texts: readonly IndexTerms[]): number =>
  texts.reduce((sum, { words, pairs, numbers }) => sum + words.length + pairs.length + numbers.length, 0);
