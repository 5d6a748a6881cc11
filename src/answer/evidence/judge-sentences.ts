import type { Hit } from '../../domain/answer.js';
import type { Query } from '../../domain/query.js';
import { countAgreement } from './count-agreement.js';
import type { Evidence } from './evidence.js';
import { chanceAlone, chanceWithOthers } from './evidence-weights.js';
import type { Keyword } from './keyword-weights.js';
import { measureSentences } from './measure-sentences.js';

/**
 * The sentences of the articles that were found, each with the chance that it answers, best first. First each is judged
 * by itself; then by what other articles say, too. Items of a list are not compared: many stand in many lists.
 */
export function judgeSentences(query: Query, keywords: readonly Keyword[], hits: readonly Hit[]): Evidence[] {
  const sentences = measureSentences(query, keywords, hits);
  const chances = sentences.map(({ features }) => chanceAlone(features));
  const agreement = query.kind === 'list' ? [] : countAgreement(sentences, chances);
  return sentences
    .map((sentence, index) => {
      const features = { ...sentence.features, agreement: agreement[index] ?? 0 };
      return { ...sentence, features, score: chanceWithOthers(features) };
    })
    .sort((a, b) => b.score - a.score);
}
