import type { Hit } from '../../src/domain/answer.js';
import type { Article } from '../../src/domain/article.js';
import type { AskService } from '../../src/domain/ports.js';
import { ARCHIVE, ARTICLE, answerWith, COVERAGE } from './telegram-bot.js';
import { UNRANKED } from './unranked.js';

export const articleOf = (articleId: string, change: Partial<Article> = {}): Article => ({
  ...ARTICLE,
  articleId,
  headline: `报道${articleId}`,
  ...change,
});

const hitOf = (article: Article, rank: number): Hit => {
  const text = article.body.slice(0, 20);
  return { ...UNRANKED, rank, score: 1, chunkId: rank, article, text, start: 0, end: text.length };
};

/** An archive of these articles alone. */
export const archiveOf = (...articles: Article[]) => ({
  ...ARCHIVE,
  loadArticles: async (ids: readonly string[]) => articles.filter(({ articleId }) => ids.includes(articleId)),
  coverage: async () => COVERAGE,
  listIssues: async () => [],
});

/** A search that finds these articles, whatever is asked. */
export const searching = (...articles: Article[]): AskService['search'] => {
  const understood = { from: null, to: null, places: [], reason: null };
  return async ({ question }) => ({
    ...{ query: question, understood, notes: [] },
    hits: articles.map((article, index) => hitOf(article, index + 1)),
  });
};

/** An answer that cites these quotes. */
export const citing = (...cited: [article: Article, quote: string][]) => {
  const [first] = answerWith().citations;
  if (first === undefined) throw new Error('no citation');
  return answerWith({
    citations: cited.map(([article, quote], index) => {
      const start = article.body.indexOf(quote);
      const { articleId, headline } = article;
      return { ...first, articleId, headline, n: index + 1, quote, start, end: start + quote.length };
    }),
  });
};
