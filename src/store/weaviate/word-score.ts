import { inverseFrequency, saturatedFrequency } from '../words/bm25.js';
import type { View } from './read-session.js';
import { countTokens, loadTotals } from './statistics.js';
import type { Stored } from './stored.js';

/**
 * Tells the weighted BM25 of a chunk that a search by words has found and explained. Weaviate's own score will not do: each
 * node counts among what it has what was deleted there before, each shard its own chunks only.
 */
export async function prepareWordScore(
  view: View,
  weights: ReadonlyMap<string, number>,
): Promise<(stored: Pick<Stored, 'explanation'>) => number> {
  const tokens = [...weights.keys()];
  const [counts, { chunks, averageLength }] = await Promise.all([
    countTokens(view, tokens),
    loadTotals(view),
  ]);
  const factors = new Map(
    [...weights].map(([token, weight], i) => [token, weight * inverseFrequency(chunks, counts[i] as number)]),
  );
  return ({ explanation }) => {
    const { length, frequencies } = parseExplanation(explanation);
    let score = 0;
    // In the order of the question: sums of the same numbers are the same then.
    for (const [token, factor] of factors) {
      const frequency = frequencies.get(token) ?? 0;
      if (frequency > 0) score += factor * saturatedFrequency(frequency, length, averageLength);
    }
    return score;
  };
}

type Explained = { length: number; frequencies: Map<string, number> };

const ENTRY = /^BM25F_(?<token>.+)_(?<what>frequency|propLength):(?<value>\S+)$/su;

/** `, BM25F_阳曲_frequency:2, BM25F_阳曲_propLength:120`, in any order: no term has a blank in it. */
export function parseExplanation(explanation: string): Explained {
  const explained: Explained = { length: 0, frequencies: new Map() };
  for (const entry of explanation.split(', ')) {
    const { token, what, value } = ENTRY.exec(entry)?.groups ?? {};
    if (what === 'propLength') explained.length = Number(value);
    else if (token !== undefined) explained.frequencies.set(token, Number(value));
  }
  return explained;
}
