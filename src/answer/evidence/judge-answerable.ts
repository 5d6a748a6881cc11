import type { Query } from '../../domain/query.js';
import { fold } from '../../text/fold.js';
import type { Evidence } from './evidence.js';
import { chanceOfAnswer } from './evidence-weights.js';

/** How far the best sentence leads is counted up to this many logits. */
const MOST_LEAD = 4;

/**
 * The chance, 0 to 1, that the archive answers the question at all, judged by its best sentence: what the question
 * names in and around it, what other articles say, and how far it leads over the best of another article and the best
 * with another value. `evidence`: best first.
 */
export function judgeAnswerable(query: Query, evidence: readonly Evidence[]): number {
  const [best] = evidence;
  if (!best) return 0;
  const value = valueIn(best);
  return chanceOfAnswer({
    ...best.features,
    chance: logit(best.score),
    leadOfArticle: leadOver(best, evidence, (one) => one.article.articleId !== best.article.articleId),
    leadOfValue: leadOver(best, evidence, (one) => valueIn(one) !== value),
    asksValue: query.kind === 'number' || query.kind === 'when' ? 1 : 0,
    asksName: query.kind === 'who' || query.kind === 'where' ? 1 : 0,
    headed: best.article.headline === null ? 0 : 1,
  });
}

const logit = (chance: number): number => Math.log(chance / (1 - chance));

const valueIn = ({ text, values, answerAt }: Evidence): string =>
  values.length ? fold(text.slice(answerAt.start, answerAt.end)) : '';

function leadOver(
  best: Evidence,
  evidence: readonly Evidence[],
  isOther: (one: Evidence) => boolean,
): number {
  const other = evidence.find(isOther);
  return other ? Math.min(MOST_LEAD, logit(best.score) - logit(other.score)) : MOST_LEAD;
}
