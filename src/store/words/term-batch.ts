import type { TermBatch } from '../../domain/term-batch.js';
import { toPairKey, toShortKey } from '../../text/pair-key.js';
import type { IndexTerms } from '../../text/words.js';
import { collectPostings } from './collect-postings.js';
import { PairNumbers } from './pair-numbers.js';
import { toStorable } from './storable-term.js';

/**
 * Collects the terms of some chunks into a batch. Pairs of characters and short words, which are most terms, are numbers
 * from the beginning: looking these up, and sorting them, takes a fraction of what it takes for strings.
 */
export class TermBatchBuilder {
  /** The terms of all chunks, as often as they stand there: twice a word's number, or twice a pair's and one. */
  private terms = new Uint32Array(1 << 14);
  /** Where each chunk's terms end. */
  private readonly ends: number[] = [];
  private readonly pairNumbers = new PairNumbers();
  private words = 0;
  /** Their places in `shortTerms`. */
  private readonly shortNumbers = new PairNumbers();
  private readonly shortTerms: number[] = [];
  /** The other words and the terms of each. */
  private readonly others: string[] = [];
  private readonly otherTerms: number[] = [];
  private readonly termsOfOthers = new Map<string, number>();

  /** How many chunks there are; the next one's place. */
  get size(): number {
    return this.ends.length;
  }

  /** Takes the terms of a chunk's texts in; returns how many they are. */
  add(texts: readonly IndexTerms[]): number {
    const start = this.ends.at(-1) ?? 0;
    const terms = this.makeRoom(start + countTerms(texts));
    let at = start;
    for (const { words, pairs, numbers } of texts) {
      for (const word of words) terms[at++] = this.numberOf(word);
      for (const pair of pairs) terms[at++] = this.numberOfPair(pair);
      for (const number of numbers) terms[at++] = this.numberOf(number);
    }
    this.ends.push(at);
    return at - start;
  }

  /** Of what was taken in so far. */
  build(): TermBatch {
    const { terms, ends, words, pairNumbers, shortNumbers, shortTerms, others } = this;
    const pairs = sortKeys(pairNumbers);
    const shortWords = sortKeys(shortNumbers);
    const ranks = new Uint32Array(2 * Math.max(pairs.length, words));
    let rank = 0;
    for (const key of pairs) ranks[2 * pairNumbers.find(key | 0) + 1] = rank++;
    for (const key of shortWords) ranks[shortTerms[shortNumbers.find(key | 0)] as number] = rank++;
    for (const term of this.otherTerms) ranks[term] = rank++;
    return {
      ...{ chunks: ends.length, pairs, shortWords, others: others.slice() },
      ...collectPostings({ terms, ends }, ranks, rank),
    };
  }

  private numberOf(word: string): number {
    const key = toShortKey(word);
    if (key === null) return this.termsOfOthers.get(word) ?? this.addOther(word);
    const short = this.shortNumbers.numberOf(key);
    if (short === this.shortTerms.length) this.shortTerms.push(2 * this.words++);
    return this.shortTerms[short] as number;
  }

  private addOther(word: string): number {
    const term = this.makeTerm(word);
    this.termsOfOthers.set(word, term);
    return term;
  }

  private makeTerm(word: string): number {
    const storable = toStorable(word);
    if (storable !== word) return this.numberOf(storable);
    const key = toPairKey(word);
    if (key !== null) return this.numberOfPair(key);
    this.others.push(word);
    this.otherTerms.push(2 * this.words);
    return 2 * this.words++;
  }

  private makeRoom(length: number): Uint32Array {
    if (length > this.terms.length) {
      const longer = new Uint32Array(2 * length);
      longer.set(this.terms);
      this.terms = longer;
    }
    return this.terms;
  }

  private numberOfPair(key: number): number {
    return 2 * this.pairNumbers.numberOf(key) + 1;
  }
}

/** Unsigned, so that they are in the order of the terms. */
const sortKeys = (numbers: PairNumbers): Uint32Array => Uint32Array.from(numbers.keys()).sort();

const countTerms = (texts: readonly IndexTerms[]): number =>
  texts.reduce((sum, { words, pairs, numbers }) => sum + words.length + pairs.length + numbers.length, 0);
