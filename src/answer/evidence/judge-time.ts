import type { Article } from '../../domain/article.js';
import type { Query, TimeExpression } from '../../domain/query.js';
import { findSpokenTimes, speaksOf, timeFit } from '../../search/time-fit.js';
import { findTimesOfArticle } from '../../text/times-of-article.js';

/** Beside words, whose weight is their idf: some 4 to 8 for a name. */
const WEIGHT_OF_DAY = 6;
const WEIGHT_OF_MONTH = 3;
const WEIGHT_OF_YEAR = 1;

export type TimeOfSentence = 'fits' | 'differs' | 'unknown' | 'any';

/** Whether a sentence can be of the time that the question names, and which of the question's times it tells itself. */
type JudgedTime = { time: TimeOfSentence; told: readonly TimeExpression[] };

/**
 * A dated article's sentence is of the time that itself or the issue date tells; in an undated one the sentences around it
 * tell the time as well.
 */
export function judgeTime(
  { times }: Query,
  article: Article,
  texts: readonly string[],
  ordinal: number,
): JudgedTime {
  if (!times.length) return { time: 'any', told: [] };
  const telling = textTelling(article, texts, ordinal);
  const spoken = findSpokenTimes(article, telling);
  const fits = times.map((time) => timeFit(time, article, telling, spoken));
  if (!fits.includes('fits')) return { time: fits.includes('unknown') ? 'unknown' : 'differs', told: [] };
  // The issue date of an article is that of all its sentences.
  const told = article.issueDate ? times.filter((time) => speaksOf(time, telling, spoken)) : times;
  return { time: 'fits', told };
}

/** So many sentences before one may tell the time that it is of. */
const BEFORE = 3;

function textTelling(article: Article, texts: readonly string[], ordinal: number): string {
  const first = Math.max(0, ordinal - BEFORE);
  if (!article.issueDate) return texts.slice(first, ordinal + 2).join('\n');
  // 上半年，全国进出口增长2%。实现贸易顺差…: a time goes on until another one is named.
  for (let at = ordinal; at >= first; at--) {
    const text = texts[at] ?? '';
    if (findTimesOfArticle(text, article).length) return text;
  }
  return texts[ordinal] ?? '';
}

/**
 * What the question's times weigh beside its words. In an undated article only the text can tell the time, and a day
 * that it names is as rare as a name; the issue date of a dated one fits all of its sentences and proves little.
 */
export function weighTimes({ times }: Query, { issueDate }: Article): number {
  const weigh = ({ from, to }: TimeExpression) =>
    from === to ? WEIGHT_OF_DAY : from.slice(0, 7) === to.slice(0, 7) ? WEIGHT_OF_MONTH : WEIGHT_OF_YEAR;
  return times.reduce((sum, time) => sum + (issueDate ? WEIGHT_OF_YEAR : weigh(time)), 0);
}
