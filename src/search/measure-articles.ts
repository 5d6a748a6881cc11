import type { Article } from '../domain/article.js';
import { fold } from '../text/fold.js';
import type { Coverage, PairScore } from './question-words.js';

/** What a whole article says for its chunks: each 0 to 1. */
type ArticleMeasures = {
  /** How much of the question the article holds. */
  article: number;
  /** BM25 of the question's character pairs in it, as a share of the best article's. */
  pairs: number;
  headline: number;
};

export const NOTHING: ArticleMeasures = { article: 0, pairs: 0, headline: 0 };

/** By the article's id. */
export function measureArticles(
  coverage: Coverage,
  pairScore: PairScore,
  articles: readonly Article[],
): ReadonlyMap<string, ArticleMeasures> {
  const measured = new Map<string, ArticleMeasures>();
  for (const { articleId, kicker, headline, subheadline, body } of articles) {
    if (measured.has(articleId)) continue;
    const above = fold([kicker, headline, subheadline].filter(Boolean).join('\n'));
    const whole = `${above}\n${fold(body)}`;
    measured.set(articleId, {
      article: coverage(whole),
      pairs: pairScore(whole),
      headline: above ? coverage(above) : 0,
    });
  }
  const most = Math.max(...[...measured.values()].map(({ pairs }) => pairs)) || 1;
  return new Map([...measured].map(([articleId, one]) => [articleId, { ...one, pairs: one.pairs / most }]));
}
