import * as wording from '../../../src/domain/wording/issue-date.js';
import { buildDay } from '../../../src/text/calendar.js';
import type { Line } from '../blocks/line.js';
import { findMastheadGroups, type MastheadGroup } from './masthead-groups.js';
import { findPrintedDays, toPlainDigits } from './printed-day.js';
import { joinLines, type PrintedWords } from './printed-words.js';

/** The day of a masthead, YYYY-MM-DD, and where it stands. */
type MastheadDay = PrintedWords & { day: string; weekdayAgrees: boolean };
/** A masthead's day without its year, and its weekday (一 to 日). */
export type YearlessDay = PrintedWords & { month: number; date: number; weekday: string };

/** What the mastheads of a page say; `doubts` are the reasons why a day in one was not believed. */
export type Masthead = {
  newspaper: string | null;
  page: string | null;
  day: MastheadDay | null;
  yearless: YearlessDay | null;
  doubts: string[];
};

const WEEKDAYS = '日一二三四五六';
const YEAR_AND_MONTH = /(?<!\d)((?:19|20)\d{2}) ?年 ?(\d{1,2}) ?月/u;
const LONE_DATE = /(?<![\d年第A-Z-])(\d{1,2})(?:日|(?=[ 星周]|$))/gu;
const MONTH_AND_DATE = /(?<!\d)(\d{1,2}) ?月 ?(\d{1,2}) ?日/gu;
const LONE_YEAR = /(?<!\d)((?:19|20)\d{2})(?: ?年|(?= |$))/gu;

/** 一 to 日 */
export const weekdayOf = (day: string): string => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

/** Reads the mastheads: a day counts where a weekday, number, name or page stands beside it and the calendar agrees. */
export function parseMasthead(lines: readonly Line[]): Masthead {
  const read = findMastheadGroups(lines).map((group) => readGroup(group));
  const dated = read.filter(({ day }) => day).sort((a, b) => b.weight - a.weight);
  const best = dated.filter(({ weight }) => weight === dated[0]?.weight).flatMap(({ day }) => day ?? []);
  const isOneDay = new Set(best.map(({ day }) => day)).size <= 1;
  const heading = (dated[0] ?? read.find(({ yearless, doubt }) => yearless ?? doubt))?.group;
  return {
    newspaper: single(heading?.newspapers ?? []) ?? findName(read.map(({ group }) => group)),
    page: single(heading?.pages ?? []) ?? null,
    day: (isOneDay && best[0]) || null,
    yearless: read.find(({ yearless }) => yearless)?.yearless ?? null,
    doubts: [
      ...read.flatMap(({ doubt }) => doubt ?? []),
      ...(isOneDay ? [] : [wording.mastheadsDisagree(best)]),
    ],
  };
}

type ReadGroup = {
  group: MastheadGroup;
  day: MastheadDay | null;
  yearless: YearlessDay | null;
  doubt: string | null;
  weight: number;
};

function readGroup(group: MastheadGroup): ReadGroup {
  const { text, quote } = joinLines(group.lines);
  const weekday = single(group.weekdays);
  const weight = weigh(group);
  const nothing = { group, day: null, yearless: null, doubt: null, weight };
  if (!weight || group.weekdays.length > 1) return nothing;
  const days = findPrintedDays(text);
  if (new Set(days.map(({ day }) => day)).size > 1) return nothing;
  const [printed] = days;
  if (!printed) return { ...nothing, ...(weekday ? readSpread(text, quote, weekday, group) : {}) };
  const place = quote(printed.start, printed.end);
  const words = weekday ? `${place.words} 星期${weekday}` : place.words;
  const agrees = weekday === weekdayOf(printed.day);
  if (weekday && !agrees)
    return { ...nothing, doubt: wording.wrongWeekday({ ...place, words }, weekdayOf(printed.day)) };
  return { ...nothing, day: { ...place, words, day: printed.day, weekdayAgrees: agrees } };
}

/** How surely a group is a masthead, 0 where it is none: a lone day may sign a notice, one with a weekday be an event's. */
function weigh({ newspapers, pages, weekdays, isNumbered, isHeadingLine, isAtEdge }: MastheadGroup): number {
  const named = Number(newspapers.length === 1) + Number(isNumbered);
  const placed = Number(pages.length === 1 && (isHeadingLine || isAtEdge));
  const weekday = Number(weekdays.length === 1);
  return named || placed || isAtEdge ? named * 2 + placed + weekday : 0;
}

/** A day whose parts stand apart (2023年2月 … 10 星期五): believed where the weekday agrees; or a day without a year. */
function readSpread(
  printed: string,
  quote: (start: number, end: number) => PrintedWords,
  weekday: string,
  group: MastheadGroup,
): Pick<ReadGroup, 'day' | 'yearless'> {
  const text = toPlainDigits(printed);
  const whole = quote(0, printed.length);
  const month = YEAR_AND_MONTH.exec(text);
  const dates = [...text.matchAll(MONTH_AND_DATE)];
  const [only, second] = dates;
  const lone = month
    ? numbersOf(text, LONE_DATE).map((date) => buildDay(Number(month[1]), Number(month[2]), date))
    : numbersOf(text, LONE_YEAR).map((year) => only && buildDay(year, Number(only[1]), Number(only[2])));
  const day = single(lone.flatMap((found) => found ?? []));
  if (day && !second && weekdayOf(day) === weekday)
    return { day: { ...whole, day, weekdayAgrees: true }, yearless: null };
  const isSure = group.newspapers.length + group.pages.length > 0 || group.isNumbered;
  if (!only || second || month || !isSure || numbersOf(text, LONE_YEAR).length)
    return { day: null, yearless: null };
  const place = quote(only.index, only.index + only[0].length);
  const words = `${place.words} 星期${weekday}`;
  return { day: null, yearless: { ...place, words, month: Number(only[1]), date: Number(only[2]), weekday } };
}

/** A newspaper's name that stands by itself, where only one does; one at the edge of the page goes before. */
function findName(groups: readonly MastheadGroup[]): string | null {
  const atEdge = new Set(groups.filter(({ isAtEdge }) => isAtEdge).flatMap(({ newspapers }) => newspapers));
  const all = new Set(groups.flatMap(({ newspapers }) => newspapers));
  return single([...atEdge]) ?? (atEdge.size ? null : single([...all]));
}

const numbersOf = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(([, number]) => Number(number));
const single = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] ?? null) : null);
