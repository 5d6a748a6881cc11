import type { DateRange } from '../../domain/query.js';
import { addDays, monthOf, yearOf } from '../calendar.js';
import { matchAt, type PartOfMonth, type PartOfYear, type Scan } from './reading.js';

/** Days that what has no year (2月8日) or no month (8日) may lie ahead of a question before it is the last one that was. */
const AHEAD = { year: 31, month: 7, festival: 31 };
/** 将于3月1日 is at most this many days ahead: eleven months. */
const ANNOUNCED = 334;
/** A leap day comes back after eight years at the latest. */
const YEARS_BACK = 8;

/** Within a clause: 军队将参加于9月21日, but not 计划建设的大桥于3月1日开工. */
const ANNOUNCED_BEFORE =
  /(?:(?<![上中少大老名武])将(?![军领士近])|[定拟]于|拟[在从自]|预计|计划)[^，。；！？：、“”的了已曾\d]{0,10}$/u;
/** As far back a word that announces a day is looked for, in characters. */
const BEFORE = 14;
const DONE_BEFORE = /已(?:经)?(?:于|在|从|自)?$/u;
const ANNOUNCED_BEHIND = new RegExp(
  '[日号]?起?(?:将(?![军领士近])|(?:正式|开始|全面)?(?:施行|实施|执行|生效))|' +
    '前(?:要|须|必须|全部|基本|全面|力争|确保|实现|达到|完成|建成|完工|竣工|投用|投入|通车|交付|到位|开工)',
  'uy',
);

/** Gives a part of a year the year that a reader would take: the last such one, or one that is near or announced. */
export function inNearestYear(scan: Scan, at: number, part: PartOfYear): DateRange | null {
  const { today, anchor } = scan;
  if (anchor) return first(part.build, yearOf(anchor), 2, ({ from }) => from >= anchor);
  const year = yearOf(today);
  if (isAnnounced(scan, at, part.end)) {
    const latest = addDays(today, ANNOUNCED);
    const coming = first(part.build, year, 2, ({ from, to }) => to >= today && from <= latest);
    if (coming) return coming;
  }
  const near = part.grain === 'festival' ? AHEAD.festival : scan.article ? 0 : AHEAD.year;
  const limit = addDays(today, part.over ? Math.min(near, 15) : near);
  const build = (step: number): DateRange | null => part.build(year + 1 - step);
  return first(build, 0, YEARS_BACK + 2, ({ from, to }) => (part.over ? to : from) <= limit);
}

/** The same for a day without a month: 31日 steps over the months that have none. */
export function inNearestMonth(scan: Scan, at: number, part: PartOfMonth): DateRange | null {
  const { today, anchor } = scan;
  const start = anchor ?? today;
  const build = (step: number): DateRange | null => part.build(yearOf(start), monthOf(start) + step);
  if (anchor) return first(build, 0, 3, ({ from }) => from >= anchor);
  const coming = isAnnounced(scan, at, part.end) ? first(build, 0, 3, ({ from }) => from >= today) : null;
  if (coming) return coming;
  const limit = addDays(today, scan.article ? 0 : AHEAD.month);
  return first(
    (step) => build(1 - step),
    0,
    4,
    ({ from }) => from <= limit,
  );
}

function isAnnounced({ text }: Scan, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  if (ANNOUNCED_BEFORE.test(before)) return true;
  return !DONE_BEFORE.test(before) && matchAt(ANNOUNCED_BEHIND, text, end) !== null;
}

function first(
  build: (step: number) => DateRange | null,
  start: number,
  steps: number,
  fits: (range: DateRange) => boolean,
): DateRange | null {
  for (let step = start; step < start + steps; step++) {
    const range = build(step);
    if (range && fits(range)) return range;
  }
  return null;
}
