import type { Article } from '../domain/article.js';
import { formatSourceLine } from '../domain/wording/source-line.js';
import * as wording from '../domain/wording/telegram.js';
import { escapeHtml } from './escape-html.js';

/** A whole article: the source line, the lines around its headline, its body untouched. */
export function renderArticle(article: Article): string {
  const head = [article.kicker, article.subheadline, article.byline]
    .filter((line) => line !== null && line.trim() !== '')
    .map((line) => escapeHtml(line ?? ''));
  const remark = article.truncated === null ? [] : [`<i>${escapeHtml(wording.articleIncomplete())}</i>`];
  return [
    [`<b>${escapeHtml(formatSourceLine(article))}</b>`, ...head].join('\n'),
    escapeHtml(article.body),
    ...remark,
  ].join('\n\n');
}
