import type { Archive } from '../domain/ports.js';
import type { Query } from '../domain/query.js';
import { bareOfPair, isPair } from '../text/words.js';

/** How much of a question a folded text holds: the share of its words, each weighted by its rarity; 0 to 1. */
export type Coverage = (text: string) => number;

/** BM25 of the question's character pairs over a whole folded article, not scaled. */
export type PairScore = (text: string) => number;

/** As for chunks (store/words/bm25.ts), but a whole article repeats what it is about: k1 is higher. */
const K1 = 1.2;
const B = 0.4;
/** Characters of a usual article. */
const USUAL_LENGTH = 600;

/** What the dictionary cuts wrongly (names, new words) is told by pairs of neighbouring characters. */
export async function createPairScore(archive: Archive, { terms }: Query): Promise<PairScore> {
  const pairs = terms.flatMap(({ text }) => (isPair(text) ? [text] : []));
  const weighted = (await weighByRarity(archive, pairs)).map(({ word, weight }) => ({
    word: bareOfPair(word),
    weight,
  }));
  return (text) => {
    const norm = K1 * (1 - B + (B * text.length) / USUAL_LENGTH);
    return weighted.reduce((sum, { word, weight }) => {
      const frequency = countOf(text, word);
      return sum + (weight * frequency * (K1 + 1)) / (frequency + norm);
    }, 0);
  };
}

function countOf(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) count++;
  return count;
}

/** Rarity is the idf of BM25: ln(1 + (N − n + ½) / (n + ½)) for a word in n of N chunks. */
export async function createCoverage(archive: Archive, { words }: Query): Promise<Coverage> {
  const weighted = await weighByRarity(archive, words);
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return (text) =>
    weighted.reduce((sum, { word, weight }) => sum + (text.includes(word) ? weight : 0), 0) / total;
}

async function weighByRarity(
  archive: Archive,
  terms: readonly string[],
): Promise<{ word: string; weight: number }[]> {
  const { counts, chunks } = await archive.termFrequencies(terms);
  return terms.map((word, index) => {
    const count = counts[index] ?? 0;
    return { word, weight: Math.log(1 + (chunks - count + 0.5) / (count + 0.5)) };
  });
}
