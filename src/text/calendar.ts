import { OPEN_FROM, OPEN_TO } from '../domain/query.js';

/** Days are strings YYYY-MM-DD everywhere: they compare, sort and print without a time zone. */

/** True for a day that exists: 2023-02-29 does not. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  return buildDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

/** Reads a day as people and programs write it: 2023-02-10, 2023-2-10, 2023/2/10, 20230210, 2023年2月10日; null else. */
export function parseDay(text: string): string | null {
  const parts = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|(\d{2})(\d{2})|年(\d{1,2})月(\d{1,2})日)$/u.exec(
    text.trim(),
  );
  if (!parts) return null;
  return buildDay(
    Number(parts[1]),
    Number(parts[2] ?? parts[4] ?? parts[6]),
    Number(parts[3] ?? parts[5] ?? parts[7]),
  );
}

/** YYYY-MM-DD; null where there is no such day. */
export function buildDay(year: number, month: number, day: number): string | null {
  const exists = year > 0 && year < 10_000 && month >= 1 && month <= 12 && day >= 1;
  return exists && day <= daysOfMonth(year, month) ? formatDay(year, month, day) : null;
}

/** Of a month from 1 to 12. */
function daysOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Objects of Date take ten times as long, and an article asks for hundreds of days. */
function formatDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
}

const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));

/** The day that is `days` later (earlier when negative), never beyond OPEN_FROM and OPEN_TO. */
export function addDays(day: string, days: number): string {
  const sameMonth = Number(day.slice(8)) + days;
  if (sameMonth >= 1 && sameMonth <= 28) return day.slice(0, 8) + TWO_DIGITS[sameMonth];
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  if (date.getUTCFullYear() < 1) return OPEN_FROM;
  return date.getUTCFullYear() > 9999 ? OPEN_TO : date.toISOString().slice(0, 10);
}

/** The same day `months` later (earlier when negative); the month's last where it has no such day. */
export function addMonths(day: string, months: number): string {
  const { from, to } = monthRange(yearOf(day), monthOf(day) + months);
  const same = from.slice(0, 8) + day.slice(8);
  return isDay(same) ? same : to;
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));

/** First and last day of a month; month 0 is December of the year before, 13 January of the year after. */
export function monthRange(year: number, month: number): { from: string; to: string } {
  const months = year * 12 + month - 1;
  const inYear = Math.floor(months / 12);
  const inMonth = months - inYear * 12 + 1;
  return {
    from: formatDay(inYear, inMonth, 1),
    to: formatDay(inYear, inMonth, daysOfMonth(inYear, inMonth)),
  };
}

/** The day in China at an instant: the archive's readers live in one time zone. */
export function dayInShanghai(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now);
}

/** Minutes since midnight in China at an instant; China keeps one time all year. */
export function minuteInShanghai(now: Date): number {
  return (now.getUTCHours() * 60 + now.getUTCMinutes() + 8 * 60) % (24 * 60);
}
