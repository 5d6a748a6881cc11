import type { Article } from '../domain/article.js';
import type { DateRange, TimeExpression } from '../domain/query.js';
import { formatMonthAndDay } from '../domain/wording/day.js';
import { addDays } from '../text/calendar.js';
import { findTimes } from '../text/find-times.js';

/** unknown: nothing in the article says when. */
type TimeFit = 'fits' | 'differs' | 'unknown';

/** A day's news is printed the next morning; a year's balance is still printed in January. */
const PRINTED_LATER = { day: 1, longer: 31 };
const MONTH = /(\d{1,2})\s*月(?=\s*\d|份|底|初|末|中|上|下|[，。、至])/gu;

/**
 * Whether what an article says, in `text` (a part of it), can be of the time that the question names. The article's
 * own expressions count from its issue date: 去年 printed in 2024 speaks of 2023.
 */
export function timeFit(time: TimeExpression, article: Article, text: string): TimeFit {
  const spoken = findSpokenTimes(article, text);
  if (spoken.some((one) => meets(one, time)) && namesMonth(time, text)) return 'fits';
  if (article.issueDate) return isPrintedIn(time, article.issueDate) ? 'fits' : 'differs';
  if (time.from === time.to && text.includes(formatMonthAndDay(time.from))) return 'fits';
  return spoken.length ? 'differs' : 'unknown';
}

/** Without an issue date only what is written out can be placed. */
function findSpokenTimes({ headline, issueDate }: Article, text: string): DateRange[] {
  const times = findTimes(`${headline ?? ''}\n${text}`, issueDate ?? '2000-01-01');
  return issueDate ? times : times.filter(({ relative }) => !relative);
}

const meets = (one: DateRange, other: DateRange): boolean => one.from <= other.to && one.to >= other.from;

function isPrintedIn({ from, to }: DateRange, issueDate: string): boolean {
  return (
    issueDate >= from && issueDate <= addDays(to, from === to ? PRINTED_LATER.day : PRINTED_LATER.longer)
  );
}

/** For a time within one month the month must be named too, unless the text names no month at all. */
function namesMonth({ from, to }: DateRange, text: string): boolean {
  if (from.slice(0, 7) !== to.slice(0, 7)) return true;
  const months = [...text.matchAll(MONTH)].map(([, month]) => Number(month));
  return !months.length || months.includes(Number(from.slice(5, 7)));
}
