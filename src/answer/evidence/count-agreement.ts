import { fold } from '../../text/fold.js';
import type { MeasuredSentence } from './evidence.js';

/** What values are written differently by: 约42亿元, 42 亿元. */
const ASIDE = /[\s,，约近超多余]/gu;

/**
 * How far other articles agree with each sentence, 0 to 1: for the best of its values, the chances of the likeliest
 * sentence of each other article that holds the same value, added up as s and brought to s / (1 + s).
 */
export function countAgreement(sentences: readonly MeasuredSentence[], chances: readonly number[]): number[] {
  const values = sentences.map(({ text, values }) => [
    ...new Set(values.map(({ start, end }) => fold(text.slice(start, end)).replace(ASIDE, ''))),
  ]);
  const votes = new Map<string, Map<string, number>>();
  sentences.forEach(({ article }, index) => {
    for (const value of values[index] ?? []) {
      const ofValue = votes.get(value) ?? new Map<string, number>();
      votes.set(value, ofValue);
      const { articleId } = article;
      ofValue.set(articleId, Math.max(ofValue.get(articleId) ?? 0, chances[index] ?? 0));
    }
  });
  return sentences.map(({ article }, index) => {
    const sums = (values[index] ?? []).map((value) => sumOfOthers(votes.get(value), article.articleId));
    const most = Math.max(0, ...sums);
    return most / (1 + most);
  });
}

function sumOfOthers(votes: ReadonlyMap<string, number> | undefined, articleId: string): number {
  let sum = 0;
  for (const [voter, chance] of votes ?? []) if (voter !== articleId) sum += chance;
  return sum;
}
