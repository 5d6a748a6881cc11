import type { Article } from '../../domain/article.js';
import * as wording from '../../domain/wording/telegram-answers.js';
import { renderQuotes } from '../render-quotes.js';
import type { Action } from './action.js';
import { wholeArticle } from './article-buttons.js';
import { toRows } from './keyboard.js';
import type { Press } from './table.js';

/** Shows quotes in their paragraphs, article by article; a button opens each article. */
export async function showQuotes(
  press: Press,
  { quotes }: Extract<Action, { kind: 'quotes' }>,
): Promise<void> {
  const ids = [...new Set(quotes.map(({ articleId }) => articleId))];
  const articles = await press.parts.archive.loadArticles(ids);
  if (articles.length === 0) return press.say(wording.quotesGone());
  const ofArticle = (article: Article) => quotes.filter(({ articleId }) => articleId === article.articleId);
  const numbers = (article: Article) =>
    ofArticle(article)
      .map(({ n }) => `[${n}]`)
      .join('');
  const html = articles.map((article) => renderQuotes(article, numbers(article), ofArticle(article)));
  const buttons = articles.map((article) => wholeArticle(article.articleId, numbers(article)));
  await press.show(html.join('\n\n'), toRows(buttons));
}
