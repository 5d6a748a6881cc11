import type { Article } from '../domain/article.js';
import type { TimeExpression } from '../domain/query.js';
import { addDays } from '../text/calendar.js';

/** unknown: nothing in the article says when. */
export type TimeFit = 'fits' | 'differs' | 'unknown';

/** A day's news is printed the next morning; a year's balance is still printed in January. */
const PRINTED_LATER = { day: 1, longer: 31 };
const YEAR = /(?<!\d)((?:19|20)\d{2})(?=年|[-./]\d)/gu;

/** Whether what an article says, in `text` (a part of it), can be of the time that the question names. */
export function timeFit(time: TimeExpression, article: Article, text: string): TimeFit {
  const years = [...`${article.headline ?? ''}\n${text}`.matchAll(YEAR)].map(([, year]) => year ?? '');
  if (years.some((year) => year >= time.from.slice(0, 4) && year <= time.to.slice(0, 4))) {
    return monthFits(time, text) ? 'fits' : 'differs';
  }
  if (article.issueDate) return isPrintedIn(time, article.issueDate) ? 'fits' : 'differs';
  if (isWithinOneDay(time) && text.includes(dayInChinese(time.from))) return 'fits';
  return years.length ? 'differs' : 'unknown';
}

function isPrintedIn({ from, to }: TimeExpression, issueDate: string): boolean {
  return (
    issueDate >= from && issueDate <= addDays(to, from === to ? PRINTED_LATER.day : PRINTED_LATER.longer)
  );
}

const isWithinOneDay = ({ from, to }: TimeExpression): boolean => from === to;

/** For a time within one month the month must be named too, unless the text names no month at all. */
function monthFits({ from, to }: TimeExpression, text: string): boolean {
  if (from.slice(0, 7) !== to.slice(0, 7)) return true;
  const months = [...text.matchAll(/(\d{1,2})\s*月(?=\s*\d|份|底|初|末|中|上|下|[，。、至])/gu)].map(
    ([, month]) => Number(month),
  );
  return !months.length || months.includes(Number(from.slice(5, 7)));
}

/** 2021-08-17 → 8月17日 */
function dayInChinese(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
