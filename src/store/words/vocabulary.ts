import { PairNumbers } from './pair-numbers.js';

/** Of a pair of characters the term begins with this (see text/words.ts); so do few others. */
const PAIR_MARK = '_'.charCodeAt(0);
const PAIR_LENGTH = 3;

/**
 * Gives each term a number. Pairs of characters, which are three quarters of all terms, are kept as numbers of 32 bits:
 * looking these up, and sorting them, takes a fraction of what it takes for strings. Pairs have odd numbers.
 */
export class Vocabulary {
  private readonly pairs = new PairNumbers();
  private readonly others = new Map<string, number>();

  /** All numbers are below. */
  get bound(): number {
    return 2 * Math.max(this.pairs.size, this.others.size);
  }

  /** The term's number, a new one where it has none. */
  numberOf(term: string): number {
    const key = toPairKey(term);
    return key === null ? this.numberOfOther(term) : this.numberOfPair(key);
  }

  /** The same for a pair as `toPairKey` gives it. */
  numberOfPair(key: number): number {
    return 2 * this.pairs.numberOf(key) + 1;
  }

  clear(): void {
    this.pairs.clear();
    this.others.clear();
  }

  /** Pairs as `toPairKey` gives them and the other terms, both in the order of their numbers. */
  list(): { pairs: Int32Array; others: string[] } {
    return { pairs: this.pairs.keys().slice(), others: [...this.others.keys()] };
  }

  /** In the order of UTF-16 units. */
  *inOrder(): Generator<{ term: string; number: number }> {
    const others = [...this.others.keys()].sort();
    let at = 0;
    // Unsigned, a pair's key is as great as the pair.
    for (const key of Uint32Array.from(this.pairs.keys()).sort()) {
      const pair = fromPairKey(key);
      for (; at < others.length && (others[at] as string) < pair; at++)
        yield this.other(others[at] as string);
      yield { term: pair, number: this.numberOfPair(key | 0) };
    }
    for (; at < others.length; at++) yield this.other(others[at] as string);
  }

  private other(term: string) {
    return { term, number: this.numberOfOther(term) };
  }

  private numberOfOther(term: string): number {
    const known = this.others.get(term);
    if (known !== undefined) return known;
    const number = 2 * this.others.size;
    this.others.set(term, number);
    return number;
  }
}

/** A pair's two UTF-16 units as a signed number of 32 bits; null for other terms, and where a unit is half a character. */
export function toPairKey(term: string): number | null {
  if (term.length !== PAIR_LENGTH || term.charCodeAt(0) !== PAIR_MARK) return null;
  const first = term.charCodeAt(1);
  const second = term.charCodeAt(2);
  return isSurrogate(first) || isSurrogate(second) ? null : (first << 16) | second;
}

const isSurrogate = (unit: number) => (unit & 0xf800) === 0xd800;

const fromPairKey = (key: number) => String.fromCharCode(PAIR_MARK, key >>> 16, key & 0xffff);
