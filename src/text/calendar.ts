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
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year > 0 && year < 10_000 ? date.toISOString().slice(0, 10) : null;
}

/** The day that is `days` later (earlier when negative), never beyond OPEN_FROM and OPEN_TO. */
export function addDays(day: string, days: number): string {
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
  const first = new Date(Date.UTC(year, month - 1, 1));
  const last = new Date(Date.UTC(year, month, 0));
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}

/** The day in China at an instant: the archive's readers live in one time zone. */
export function dayInShanghai(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now);
}

/** Minutes since midnight in China at an instant; China keeps one time all year. */
export function minuteInShanghai(now: Date): number {
  return (now.getUTCHours() * 60 + now.getUTCMinutes() + 8 * 60) % (24 * 60);
}
