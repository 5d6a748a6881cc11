import type { Article } from '../article.js';
import { labelEvidence } from './issue-date.js';
import { formatSourceLine } from './source-line.js';

/** A line of `list`: the id, then the source. */
export const formatArticleLine = (article: Article) => `${article.articleId}  ${formatSourceLine(article)}`;

const MISSING = { start: '开头', middle: '中间', end: '结尾' } as const;

/** The whole article as it was printed, column and kicker above the headline; `source` says where and how that is known. */
export function formatArticle(article: Article): { source: string; headline: string; text: string } {
  const above = [article.column === null ? null : `【${article.column}】`, article.kicker];
  const missing = article.truncated === null ? null : `（版面上缺了${MISSING[article.truncated]}）`;
  const evidence = article.issueDateEvidence ? `\n${labelEvidence(article.issueDateEvidence)}` : '';
  return {
    source: `${formatSourceLine(article)}  编号 ${article.articleId}${evidence}`,
    headline: [...above, article.headline, article.subheadline].filter(Boolean).join('\n'),
    text: [article.byline, article.body, missing].filter(Boolean).join('\n\n'),
  };
}
