import { cutCharacterPairs } from '../../../src/text/character-pairs.js';

/** A block in which a share, 0 to 1, of some text's weight stands. */
export type BlockShare = { block: number; share: number };

/** How much texts of a page have in common, by weight of rare character pairs. */
export type Affinity = {
  /** The blocks that have something in common with a text. */
  ofText(text: string): readonly BlockShare[];
  /** The same for one of the page's blocks, itself left out; computed once. */
  ofBlock(block: number): readonly BlockShare[];
  /** The words of a block that tie it to others most, the strongest first: runs of rare pairs that stand in them too. */
  findCommonWords(block: number, others: readonly number[]): string[];
};

/** A pair that stands in more than a third of the blocks ties nothing together, where there are enough to tell. */
const COMMON = { weight: Math.log(3), fromBlocks: 8 };

/** Words that are named as what ties two texts together. */
const WORDS_SHOWN = 3;
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

  const weigh = (pair: string): number =>
    Math.log((count + 1) / ((holders.get(pair)?.length ?? 0) + 0.5)) - common;

  /** Scratch space: what each block shares with the text at hand. */
  const shared = new Float64Array(texts.length);
  function compare(pairs: readonly string[]): BlockShare[] {
    const touched: number[] = [];
    let total = 0;
    for (const pair of pairs) {
      const holding = holders.get(pair) ?? [];
      const weight = weigh(pair);
      if (weight <= 0 || holding.length > MAX_HOLDERS) continue;
      total += weight;
      for (const block of holding) {
        if (shared[block] === 0) touched.push(block);
        shared[block] = (shared[block] ?? 0) + weight;
      }
    }
    return touched.map((block) => {
      const share = (shared[block] ?? 0) / total;
      shared[block] = 0;
      return { block, share };
    });
  }

  const cache: BlockShare[][] = [];
  return {
    ofText: (text) => compare([...cutCharacterPairs(text)]),
    ofBlock(block) {
      const known = cache[block];
      if (known) return known;
      const shares = compare(pairsOf[block] ?? []).filter((one) => one.block !== block);
      cache[block] = shares;
      return shares;
    },
    findCommonWords(block, others) {
      const isCommon = (pair: string) =>
        weigh(pair) > 0 && others.some((other) => holders.get(pair)?.includes(other));
      return findRuns(texts[block] ?? '', isCommon)
        .map((word) => ({
          word,
          weight: [...cutCharacterPairs(word)].reduce((sum, pair) => sum + weigh(pair), 0),
        }))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, WORDS_SHOWN)
        .map(({ word }) => word);
    },
  };
}

/** The longest runs of a text of which every character pair is wanted. */
function findRuns(text: string, isWanted: (pair: string) => boolean): string[] {
  const runs = new Set<string>();
  let run = '';
  for (let at = 0; at < text.length; at++) {
    const pair = text.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair) && isWanted(pair)) run = run ? run + pair.slice(1) : pair;
    else {
      if (run) runs.add(run);
      run = '';
    }
  }
  return [...runs];
}

/** So many blocks of a thread count: a long one would gather a little from each by chance. */
const COUNTED = 3;

/** Shares of blocks → shares of the threads that they belong to: the largest three of each together, 1 at most. */
export function sumByThread(
  shares: readonly BlockShare[],
  threadOf: (block: number) => number,
  threads: number,
): number[] {
  const largest = new Float64Array(threads * COUNTED);
  for (const { block, share } of shares) {
    const thread = threadOf(block);
    if (thread < 0) continue;
    let rest = share;
    for (let rank = thread * COUNTED; rank < (thread + 1) * COUNTED; rank++) {
      const held = largest[rank] ?? 0;
      if (rest > held) {
        largest[rank] = rest;
        rest = held;
      }
    }
  }
  const sums: number[] = [];
  for (let rank = 0; rank < largest.length; rank += COUNTED) {
    sums.push(
      Math.min(
        1,
        largest.subarray(rank, rank + COUNTED).reduce((sum, share) => sum + share, 0),
      ),
    );
  }
  return sums;
}

/** The share that stands in one block. */
export const findShare = (shares: readonly BlockShare[], block: number): number =>
  shares.find((one) => one.block === block)?.share ?? 0;
