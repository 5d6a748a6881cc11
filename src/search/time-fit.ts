import type { Article } from '../domain/article.js';
import type { DateRange, Query, TimeExpression } from '../domain/query.js';
import { formatMonthAndDay } from '../domain/wording/day.js';
import { addDays } from '../text/calendar.js';
import { findTimesOfArticle } from '../text/times-of-article.js';

/** unknown: nothing in the article says when. */
type TimeFit = 'fits' | 'differs' | 'unknown';

/** A day's news is printed the next morning; a year's balance is still printed in January. */
const PRINTED_LATER = { day: 1, longer: 31 };
const MONTH = /(\d{1,2})\s*月(?![龄薪租])/gu;

/**
 * Whether what an article says, in `text` (a part of it), can be of the time that the question names. The article's
 * own expressions count from its issue date: 去年 printed in 2024 speaks of 2023.
 */
export function timeFit(
  time: TimeExpression,
  article: Article,
  text: string,
  spoken: readonly DateRange[],
): TimeFit {
  if (speaksOf(time, text, spoken)) return 'fits';
  if (article.issueDate) return isPrintedIn(time, article.issueDate) ? 'fits' : 'differs';
  if (isSpanOfDays(time) && text.includes(formatMonthAndDay(time.from))) return 'fits';
  return spoken.length ? 'differs' : 'unknown';
}

/** A question about what was printed: the day of print counts for more than the days that are spoken of. */
const ASKS_FOR_PRINT =
  /报道|刊登|刊发|登载|见报|发表|头版|版面|报纸|哪期|第\s*[\d一二三四五六七八九十]+\s*版/u;
/** What the other clock counts. */
const OTHER_CLOCK = { spoken: 0.5, printed: 0.8 };

/** How well a chunk fits the times that the question names, 0 to 1: by the days it speaks of and the day it was printed. */
export function weighTimeFit(
  { text: question, times }: Pick<Query, 'text' | 'times'>,
  article: Article,
  text: string,
  spoken: readonly DateRange[],
): number {
  const aboutPrint = ASKS_FOR_PRINT.test(question);
  const fits = times.map((time): number => {
    if (timeFit(time, article, text, spoken) !== 'fits') return 0;
    const isPrinted = article.issueDate !== null && isPrintedIn(time, article.issueDate);
    if (aboutPrint) return isPrinted ? 1 : OTHER_CLOCK.spoken;
    return speaksOf(time, text, spoken) || !isPrinted ? 1 : OTHER_CLOCK.printed;
  });
  return fits.reduce((sum, fit) => sum + fit, 0) / (fits.length || 1);
}

/** Whether the text itself tells the time, whatever the issue date. */
export const speaksOf = (time: DateRange, text: string, spoken: readonly DateRange[]): boolean =>
  spoken.some((one) => meets(one, time)) && namesMonth(time, text);

/** The times that a part of an article names, with those of its headline. */
export const findSpokenTimes = (article: Article, text: string): DateRange[] =>
  findTimesOfArticle(`${article.headline ?? ''}\n${text}`, article);

const meets = (one: DateRange, other: DateRange): boolean => one.from <= other.to && one.to >= other.from;

function isPrintedIn({ from, to }: DateRange, issueDate: string): boolean {
  return (
    issueDate >= from && issueDate <= addDays(to, from === to ? PRINTED_LATER.day : PRINTED_LATER.longer)
  );
}

/** A day, or days that are not whole months. */
const isSpanOfDays = ({ from, to }: DateRange): boolean =>
  from === to || !(from.endsWith('-01') && addDays(to, 1).endsWith('-01'));

/** For a time within one month the month must be named too, unless the text names no month at all. */
function namesMonth({ from, to }: DateRange, text: string): boolean {
  if (from.slice(0, 7) !== to.slice(0, 7)) return true;
  const months = [...text.matchAll(MONTH)].map(([, month]) => Number(month));
  return !months.length || months.includes(Number(from.slice(5, 7)));
}
