import type { Query } from '../../domain/query.js';
import { fold } from '../../text/fold.js';
import type { Evidence } from './evidence.js';
import type { SentenceFeature } from './features.js';

/**
 * What speaks for a question being answered at all: the features of its best sentence, and
 * `chance`: the chance of that sentence, in logits;
 * `leadOfArticle`, `leadOfValue`, `leadOfHit`: how far it leads over the best of another article and with another value
 * (logits), and its hit over the best other hit (0 to 1);
 * `crowd`: of how many other articles the best sentence holds much of the question's words, too (natural logarithm of
 * one more); `alone`: the same as far as none of them agrees;
 * `othersContext`: how much of these words the nearest other articles hold on average (0 to 1);
 * `askedLength`: how much the question names, by its length (0 to 1);
 * `asksValue`, `asksName`, `headed`: 1 where a value or a name is asked for and where the article has a headline.
 */
export type AnswerableFeature =
  | SentenceFeature
  | 'chance'
  | 'leadOfArticle'
  | 'leadOfValue'
  | 'leadOfHit'
  | 'crowd'
  | 'alone'
  | 'othersContext'
  | 'askedLength'
  | 'asksValue'
  | 'asksName'
  | 'headed';

/** How far the best sentence leads is counted up to this many logits. */
const MOST_LEAD = 4;
/** Another article holds much of the question with this share of what the best sentence's surroundings hold. */
const MUCH = 0.6;
/** The nearest other articles are this many; over their hits the lead is counted over half of them. */
const NEAREST = 10;
/** A question of this many characters names as much as any. */
const LONG_QUESTION = 60;

/** `evidence`: what may answer, best first, not empty; `judged`: all sentences that were found. */
export function measureAnswerable(
  query: Query,
  best: Evidence,
  evidence: readonly Evidence[],
  judged: readonly Evidence[],
): Record<AnswerableFeature, number> {
  const value = valueIn(best);
  const others = measureOthers(best, judged);
  const context = others.map((other) => other.context);
  const crowd = Math.log1p(context.filter((held) => held >= MUCH * best.features.inContext).length);
  return {
    ...best.features,
    chance: logit(best.score),
    leadOfArticle: leadOver(best, evidence, (one) => one.article.articleId !== best.article.articleId),
    leadOfValue: leadOver(best, evidence, (one) => valueIn(one) !== value),
    leadOfHit: best.features.hit - mean(highest(others.map((other) => other.hit)).slice(0, NEAREST / 2)),
    crowd,
    alone: crowd * (1 - best.features.agreement),
    othersContext: mean(highest(context).slice(0, NEAREST)),
    askedLength: Math.min(1, query.text.length / LONG_QUESTION),
    asksValue: query.kind === 'number' || query.kind === 'when' ? 1 : 0,
    asksName: query.kind === 'who' || query.kind === 'where' ? 1 : 0,
    headed: best.article.headline === null ? 0 : 1,
  };
}

/** The most that any sentence of each other article holds of the question, and its hit. */
function measureOthers(best: Evidence, judged: readonly Evidence[]): { context: number; hit: number }[] {
  const others = new Map<string, { context: number; hit: number }>();
  for (const { article, features } of judged) {
    if (article.articleId === best.article.articleId) continue;
    const { context, hit } = others.get(article.articleId) ?? { context: 0, hit: 0 };
    others.set(article.articleId, {
      context: Math.max(context, features.inContext),
      hit: Math.max(hit, features.hit),
    });
  }
  return [...others.values()];
}

const highest = (values: readonly number[]): number[] => [...values].sort((a, b) => b - a);

const mean = (values: readonly number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;

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
