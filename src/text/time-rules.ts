import type { DateRange } from '../domain/query.js';
import { addDays, buildDay, monthRange } from './calendar.js';
import { parseChineseNumber } from './numbers.js';

const YEAR = '((?:19|20)\\d{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})\\s*年';
const COUNT = '(\\d{1,2}|[一二两三四五六七八九十]{1,2})';
const DAY_WORDS: Record<string, number> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 };
const YEAR_WORDS: Record<string, number> = { 大前: -3, 前: -2, 去: -1, 今: 0, 本: 0, 明: 1 };

/** A kind of expression: its sticky pattern, and its groups → days, null where there are no such days. */
type Rule = {
  pattern: RegExp;
  relative: boolean;
  resolve: (parts: string[], today: string) => DateRange | null;
};

/** Tried in this order at every place of the text: the longer expression stands before the shorter. */
export const TIME_RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`${YEAR}(\\d{1,2})月(\\d{1,2})[日号]`, 'uy'),
    relative: false,
    resolve: ([year, month, day]) => wholeDay(buildDay(readYear(year), Number(month), Number(day))),
  },
  {
    pattern: new RegExp(`${YEAR}(\\d{1,2})月(?:份)?`, 'uy'),
    relative: false,
    resolve: ([year, month]) => wholeMonth(readYear(year), Number(month)),
  },
  {
    pattern: /((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})/uy,
    relative: false,
    resolve: ([year, month, day]) => wholeDay(buildDay(Number(year), Number(month), Number(day))),
  },
  {
    pattern: new RegExp(`${YEAR}(?:的?第?([一二三四])季度|([上下])半年)`, 'uy'),
    relative: false,
    resolve: ([year, quarter, half]) => partOfYear(readYear(year), quarter, half),
  },
  {
    pattern: new RegExp(`${YEAR}度?`, 'uy'),
    relative: false,
    resolve: ([year]) => wholeYear(readYear(year)),
  },
  {
    pattern: new RegExp(
      `${COUNT}年(?:之|以)?前(?:的?(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:(\\d{1,2})[日号])?)?(的?今[天日])?`,
      'uy',
    ),
    relative: true,
    resolve: ([years, month, day, sameDay], today) =>
      sameDay && !month
        ? yearsBefore(readCount(years), today.slice(5, 7), today.slice(8), today)
        : yearsBefore(readCount(years), month, day, today),
  },
  {
    pattern: new RegExp(`${COUNT}个月(?:之|以)?前`, 'uy'),
    relative: true,
    resolve: ([months], today) => wholeMonth(yearOf(today), monthOf(today) - readCount(months)),
  },
  {
    pattern: /(去|今|前|明)年(?:的?第?([一二三四])季度|([上下])半年)/uy,
    relative: true,
    resolve: ([word, quarter, half], today) =>
      partOfYear(yearOf(today) + (YEAR_WORDS[word ?? ''] ?? 0), quarter, half),
  },
  {
    pattern: /(\d{1,2})月(\d{1,2})[日号]/uy,
    relative: true,
    resolve: ([month, day], today) => wholeDay(latestSuchDay(Number(month), Number(day), today)),
  },
  {
    pattern: /(去|今|前|明)年(\d{1,2})月(?:份)?/uy,
    relative: true,
    resolve: ([word, month], today) =>
      wholeMonth(yearOf(today) + (YEAR_WORDS[word ?? ''] ?? 0), Number(month)),
  },
  {
    pattern: /(大前|去|今|本|前|明)年(?!级|轻|龄)度?/uy,
    relative: true,
    resolve: ([word], today) => wholeYear(yearOf(today) + (YEAR_WORDS[word ?? ''] ?? 0)),
  },
  {
    pattern: /(大前|前|昨|今|明|后)(?:天|日)/uy,
    relative: true,
    resolve: ([word], today) => wholeDay(addDays(today, DAY_WORDS[word ?? ''] ?? 0)),
  },
  {
    pattern: /(这个?|本|上个?|下个?)月(?:份)?/uy,
    relative: true,
    resolve: ([word], today) => wholeMonth(yearOf(today), monthOf(today) + steps(word)),
  },
  {
    pattern: /(这个?|本|上个?|下个?)(?:周|星期)/uy,
    relative: true,
    resolve: ([word], today) => week(addDays(today, 7 * steps(word))),
  },
];

/** The first characters of all rules: most places of a text need not be tried. */
export const TIME_STARTS = /[\d一二两三四五六七八九十大前昨今明后去本这上下]/u;

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));
const steps = (word = ''): number => (word.startsWith('上') ? -1 : word.startsWith('下') ? 1 : 0);
/** 2023, 二〇二三, and 二○二三 with the circle that print has for zero. */
const readYear = (text = ''): number => readCount(text.replaceAll('○', '〇'));
const readCount = (text = ''): number => (/\d/u.test(text) ? Number(text) : (parseChineseNumber(text) ?? 0));

/** 三年前 is a year, 两年前5月 a month, 两年前3月20日 a day. */
function yearsBefore(
  years: number,
  month: string | undefined,
  day: string | undefined,
  today: string,
): DateRange | null {
  const year = yearOf(today) - years;
  if (!month) return wholeYear(year);
  return day ? wholeDay(buildDay(year, readCount(month), Number(day))) : wholeMonth(year, readCount(month));
}

/** A quarter (一 to 四) or a half (上, 下) of a year. */
function partOfYear(year: number, quarter: string | undefined, half: string | undefined): DateRange | null {
  const months = quarter ? 3 : 6;
  const part = quarter ? readCount(quarter) - 1 : half === '上' ? 0 : 1;
  const { from } = monthRange(year, part * months + 1);
  return { from, to: monthRange(year, (part + 1) * months).to };
}

/** 2月8日 is the last one that there was; one up to a month ahead is still of this year. */
function latestSuchDay(month: number, day: number, today: string): string | null {
  const thisYear = buildDay(yearOf(today), month, day);
  return thisYear && thisYear > addDays(today, 31) ? buildDay(yearOf(today) - 1, month, day) : thisYear;
}

const wholeDay = (day: string | null): DateRange | null => (day ? { from: day, to: day } : null);
const wholeYear = (year: number): DateRange | null =>
  year >= 1000 && year < 3000 ? { from: `${year}-01-01`, to: `${year}-12-31` } : null;
const wholeMonth = (year: number, month: number): DateRange | null =>
  month >= -24 && month <= 13 && year >= 1000 ? monthRange(year, month) : null;

/** Monday to Sunday around a day. */
function week(day: string): DateRange {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { from: addDays(day, -weekday), to: addDays(day, 6 - weekday) };
}
