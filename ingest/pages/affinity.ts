import { cutCharacterPairs } from '../../src/text/character-pairs.js';

/** How much texts of a page have in common, by weight of rare character pairs. */
export type Affinity = {
  /** For each block the share, 0 to 1, of the text's weight that stands in it. */
  ofText(text: string): number[];
  /** The same for one of the page's blocks, itself left out; computed once. */
  ofBlock(block: number): readonly number[];
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

  function compare(pairs: readonly string[]): number[] {
    const shared = new Array<number>(texts.length).fill(0);
    let total = 0;
    for (const pair of pairs) {
      const holding = holders.get(pair) ?? [];
      const weight = weigh(pair);
      if (weight <= 0 || holding.length > MAX_HOLDERS) continue;
      total += weight;
      for (const block of holding) shared[block] = (shared[block] ?? 0) + weight;
    }
    return shared.map((weight) => (total > 0 ? weight / total : 0));
  }

  const weigh = (pair: string): number =>
    Math.log((count + 1) / ((holders.get(pair)?.length ?? 0) + 0.5)) - common;

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
