import { cutCharacterPairs } from '../../src/text/character-pairs.js';

/** How much texts of a page have in common, by weight of rare character pairs. */
export type Affinity = {
  /** For each block the share, 0 to 1, of the text's weight that stands in it. */
  ofText(text: string): number[];
  /** The same for one of the page's blocks, itself left out; computed once. */
  ofBlock(block: number): readonly number[];
};

/** A pair that stands in more than a third of the blocks ties nothing together, where there are enough to tell. */
const COMMON = { weight: Math.log(3), fromBlocks: 8 };

/** On a very long page a pair in this many blocks costs time and tells nothing. */
const MAX_HOLDERS = 40;

/**
 * Prepares the comparison of a page's blocks. A pair that stands in few blocks ties them together (the name of a
 * village), one that stands in many says nothing: its weight is ln(blocks / blocks that hold it) above that of a common one, else 0.
 */
export function createAffinity(texts: readonly string[]): Affinity {
  const pairsOf = texts.map((text) => [...cutCharacterPairs(text)]);
  const holders = new Map<string, number[]>();
  for (const [block, pairs] of pairsOf.entries()) {
    for (const pair of pairs) {
      const blocks = holders.get(pair);
      if (blocks) blocks.push(block);
      else holders.set(pair, [block]);
    }
  }
  const count = texts.filter(Boolean).length;
  const common = count >= COMMON.fromBlocks ? COMMON.weight : 0;

  function compare(pairs: readonly string[]): number[] {
    const shared = new Array<number>(texts.length).fill(0);
    let total = 0;
    for (const pair of pairs) {
      const holding = holders.get(pair) ?? [];
      const weight = Math.log((count + 1) / (holding.length + 0.5)) - common;
      if (weight <= 0 || holding.length > MAX_HOLDERS) continue;
      total += weight;
      for (const block of holding) shared[block] = (shared[block] ?? 0) + weight;
    }
    return shared.map((weight) => (total > 0 ? weight / total : 0));
  }

  const cache: number[][] = [];
  return {
    ofText: (text) => compare([...cutCharacterPairs(text)]),
    ofBlock(block) {
      const known = cache[block];
      if (known) return known;
      const shares = compare(pairsOf[block] ?? []);
      shares[block] = 0;
      cache[block] = shares;
      return shares;
    },
  };
}

/** So many blocks of a thread count: a long one would gather a little from each by chance. */
const COUNTED = 3;

/** Shares of blocks → shares of the threads that they belong to: the largest of each together, 1 at most. */
export function sumByThread(
  shares: readonly number[],
  threadOf: readonly number[],
  threads: number,
): number[] {
  const largest = Array.from({ length: threads }, (): number[] => []);
  for (const [block, thread] of threadOf.entries()) {
    const share = shares[block] ?? 0;
    if (thread >= 0 && share > 0) largest[thread]?.push(share);
  }
  return largest.map((values) =>
    Math.min(
      1,
      values
        .sort((a, b) => b - a)
        .slice(0, COUNTED)
        .reduce((sum, value) => sum + value, 0),
    ),
  );
}
