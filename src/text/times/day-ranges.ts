import type { DateRange } from '../../domain/query.js';
import { addDays, buildDay, monthRange } from '../calendar.js';

export function dayRange(day: string | null): DateRange | null {
  return day ? { from: day, to: day } : null;
}

/** First day of the first month to last day of the last; months beyond 1 to 12 lie in the years beside. */
export function monthsRange(year: number, first: number, last: number): DateRange | null {
  if (year < 1000 || year > 2999 || first > last) return null;
  return { from: monthRange(year, first).from, to: monthRange(year, last).to };
}

export function yearsRange(first: number, last: number): DateRange | null {
  return first >= 1000 && last < 3000 && first <= last
    ? { from: `${first}-01-01`, to: `${last}-12-31` }
    : null;
}

/** A third of a month: 上旬, 中旬, 下旬 as 0, 1, 2. The newspapers' 月初, 月中, 月底 are as wide. */
export function thirdOfMonth(year: number, month: number, third: number): DateRange | null {
  const whole = monthsRange(year, month, month);
  if (!whole) return null;
  const from = addDays(whole.from, third * 10);
  return { from, to: third === 2 ? whole.to : addDays(from, 9) };
}

/** The days around a day, from Monday (0) to Sunday (6) of its week. */
export function weekDays(day: string, first = 0, last = 6): DateRange {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { from: addDays(day, first - weekday), to: addDays(day, last - weekday) };
}

/** A day of a month, null where there is none such; the month may lie beyond 1 to 12. */
export function dayOfMonth(year: number, month: number, day: number): DateRange | null {
  const { from } = monthRange(year, month);
  return dayRange(buildDay(Number(from.slice(0, 4)), Number(from.slice(5, 7)), day));
}
