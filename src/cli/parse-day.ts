import { UsageError } from '../domain/errors.js';
import * as wording from '../domain/wording/cli.js';
import { isDay, monthRange, parseDay as readDay } from '../text/calendar.js';

/**
 * A day as YYYY-MM-DD, from any of the ways in which days are written.
 * @throws UsageError naming what holds it and the nearest day that exists, where one can be told.
 */
export function parseDay(name: string, given: string): string {
  const day = readDay(given);
  if (day === null) throw new UsageError(wording.wrongDay(name, given, findNearestDay(given)));
  return day;
}

/** 2023-02-30 → 2023-02-28, 20231301 → 2023-12-01; null where no day can be read. */
function findNearestDay(given: string): string | null {
  const parts = /^\s*(\d{4})(?:\D{0,2}(\d{1,2})\D{0,2}(\d{1,2}))\D?\s*$/.exec(given);
  const year = Number(parts?.[1]);
  if (!parts || year < 1) return null;
  const month = between(Number(parts[2]), 1, 12);
  const last = Number(monthRange(year, month).to.slice(8));
  const day = between(Number(parts[3]), 1, last);
  const nearest = [parts[1], two(month), two(day)].join('-');
  return isDay(nearest) ? nearest : null;
}

const between = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
const two = (value: number) => String(value).padStart(2, '0');
