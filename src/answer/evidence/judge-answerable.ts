import type { Query } from '../../domain/query.js';
import type { Evidence } from './evidence.js';
import { chanceOfAnswer } from './evidence-weights.js';
import { measureAnswerable } from './measure-answerable.js';

/**
 * The chance, 0 to 1, that the archive answers the question at all, judged by its best sentence and by what the other
 * articles hold. `evidence`: what may answer, best first; `judged`: all sentences that were found.
 */
export function judgeAnswerable(
  query: Query,
  evidence: readonly Evidence[],
  judged: readonly Evidence[],
): number {
  const [best] = evidence;
  return best ? chanceOfAnswer(measureAnswerable(query, best, evidence, judged)) : 0;
}
