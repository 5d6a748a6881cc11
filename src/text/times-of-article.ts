import type { Article } from '../domain/article.js';
import { type FoundTime, findTimes } from './find-times.js';

/** Stands in for a day that is not known, where only times that do not count from it are wanted. */
const ANY_DAY = '2030-12-31';
/** How far into the text the day with which it opens may stand: behind 本报讯 or a place. */
const OPENING = 40;

/**
 * The times that a part of an article names. They count from its issue date; of an undated article that opens with a
 * full day (2023年2月10日，…) from that day, as far as they have no year (一季度, 8月): 昨日 there is the day before
 * print, which nobody knows.
 */
export function findTimesOfArticle(text: string, article: Pick<Article, 'issueDate' | 'body'>): FoundTime[] {
  if (article.issueDate) return findTimes(text, article.issueDate, { in: 'article' });
  const opening = openingDayOf(article);
  return findTimes(text, opening ?? ANY_DAY, { in: 'article' }).filter(
    ({ relative, slides }) => !relative || (slides && opening !== null),
  );
}

/** An article is asked for the times of each of its sentences, and opens but once. */
const OPENING_DAYS = new WeakMap<object, string | null>();

function openingDayOf(article: Pick<Article, 'body'>): string | null {
  const known = OPENING_DAYS.get(article);
  if (known !== undefined) return known;
  const day = findOpeningDay(article.body);
  OPENING_DAYS.set(article, day);
  return day;
}

/** The day in whose news an undated article opens; null where it opens with none or with a span of days. */
function findOpeningDay(body: string): string | null {
  const [first] = findTimes(body.slice(0, OPENING), ANY_DAY, { in: 'article' });
  return first && !first.relative && first.from === first.to ? first.from : null;
}
