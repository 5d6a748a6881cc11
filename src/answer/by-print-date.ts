import type { Article } from '../domain/article.js';

/** Behind every known value. */
const UNKNOWN = '\uffff';

/** The order of print: by issue date, then newspaper and page; unknown days last. */
export function byPrintDate(one: Article, other: Article): number {
  const [left, right] = [toKey(one), toKey(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const toKey = ({ issueDate, newspaper, page, articleId }: Article): string =>
  [issueDate ?? UNKNOWN, newspaper ?? UNKNOWN, page?.padStart(4, '0') ?? UNKNOWN, articleId].join(' ');
