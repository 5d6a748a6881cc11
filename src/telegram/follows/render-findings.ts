import type { Article } from '../../domain/article.js';
import { formatSourceLine } from '../../domain/wording/source-line.js';
import * as wording from '../../domain/wording/telegram-follows.js';
import type { Button } from '../buttons/action.js';
import { wholeArticle } from '../buttons/article-buttons.js';
import { toRows } from '../buttons/keyboard.js';
import { escapeHtml } from '../escape-html.js';
import { showText } from '../show-text.js';

/** Source lines of one message; the others are counted. */
const LINES = 9;

/** What was found for one follow, newest issue first. */
export type FoundArticles = { words: string; articles: readonly Article[] };

/** One message that tells of new articles; the lines of several follows are numbered through. */
export function renderFindings(found: readonly FoundArticles[]): { html: string; buttons: Button[][] } {
  const count = found.reduce((sum, { articles }) => sum + articles.length, 0);
  const [only, ...others] = found;
  const buttons: Button[] = [];
  const blocks = found.map(({ words, articles }, index) => {
    // Every follow gets its share, and what earlier ones left over.
    const room = Math.ceil((LINES - buttons.length) / (found.length - index));
    const lines = articles.slice(0, room).map((article) => {
      const number = buttons.length + 1;
      buttons.push(wholeArticle(article.articleId, `[${number}]`));
      return showText(`[${number}] ${formatSourceLine(article)}`);
    });
    const left = articles.length - lines.length;
    const head =
      others.length > 0 ? [`<b>${escapeHtml(wording.articlesOfFollow(words, articles.length))}</b>`] : [];
    const more = left > 0 ? [escapeHtml(wording.moreArticles(words, left))] : [];
    return [...head, ...lines, ...more].join('\n');
  });
  const lead =
    others.length > 0
      ? wording.newArticlesOfSeveral(count)
      : wording.newArticles(only?.words ?? '', only?.articles.length ?? 0);
  return { html: [escapeHtml(lead), ...blocks].join('\n\n'), buttons: toRows(buttons) };
}
