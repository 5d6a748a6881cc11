/** Of a pair of characters the term begins with this (see text/words.ts); so do few others. */
const PAIR_MARK = '_';
const PAIR_LENGTH = 3;

/**
 * Gives each term a number, from 0. Pairs of characters, which are three quarters of all terms, are kept as numbers of 32
 * bits: looking these up, and sorting them, takes a fraction of what it takes for strings.
 */
export class Vocabulary {
  private readonly others = new Map<string, number>();
  private readonly pairs = new Map<number, number>();

  get size(): number {
    return this.others.size + this.pairs.size;
  }

  /** That of a known term, or a new one. */
  numberOf(term: string): number {
    const key = toPairKey(term);
    return key === null ? add(this.others, term, this.size) : this.numberOfPair(key);
  }

  /** The same for a pair as `toPairKey` gives it. */
  numberOfPair(key: number): number {
    return add(this.pairs, key, this.size);
  }

  /** undefined where the term is new. */
  find(term: string): number | undefined {
    const key = toPairKey(term);
    return key === null ? this.others.get(term) : this.pairs.get(key);
  }

  clear(): void {
    this.others.clear();
    this.pairs.clear();
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
      yield { term: pair, number: this.pairs.get(key | 0) as number };
    }
    for (; at < others.length; at++) yield this.other(others[at] as string);
  }

  private other(term: string) {
    return { term, number: this.others.get(term) as number };
  }
}

function add<Key>(numbers: Map<Key, number>, key: Key, next: number): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, next);
  return next;
}

/** A pair's two UTF-16 units as a signed number of 32 bits; null for other terms, and where a unit is half a character. */
export function toPairKey(term: string): number | null {
  if (term.length !== PAIR_LENGTH || !term.startsWith(PAIR_MARK)) return null;
  const first = term.charCodeAt(1);
  const second = term.charCodeAt(2);
  return isSurrogate(first) || isSurrogate(second) ? null : (first << 16) | second;
}

const isSurrogate = (unit: number) => (unit & 0xf800) === 0xd800;

const fromPairKey = (key: number) => PAIR_MARK + String.fromCharCode(key >>> 16, key & 0xffff);
