import type { Article } from '../domain/article.js';
import { formatSourceLine } from '../domain/wording/source-line.js';
import * as wording from '../domain/wording/telegram.js';
import { showText } from './show-text.js';

/** A whole article: the source line, the lines around its headline, its body untouched. */
export function renderArticle(article: Article): string {
  const head = [article.kicker, article.subheadline, article.byline]
    .filter((line) => line !== null && line.trim() !== '')
    .map((line) => showText(line ?? ''));
  const remark = article.truncated === null ? [] : [`<i>${showText(wording.articleIncomplete())}</i>`];
  return [
    [`<b>${showText(formatSourceLine(article))}</b>`, ...head].join('\n'),
    showText(article.body),
    ...remark,
  ].join('\n\n');
}
