import type { DateRange } from '../../domain/query.js';
import { addMonths, yearOf } from '../calendar.js';
import { dayRange, yearsRange } from './day-ranges.js';
import { COUNT, readNumber, TO } from './numerals.js';
import { readPartOfYear } from './part-of-year.js';
import { matchAt, type Reader, type Reading, type Scan } from './reading.js';

type Head = { year: number; end: number; relative: boolean; slides: boolean };

/** 2023春节: without 年 only where a part of the year follows. */
const EXPLICIT =
  /(1[0-9]{3}|20[0-9]{2})\s?(?:年(?!代|版|级)|(?=春节|元宵|清明|端午|中秋|国庆|五一|元旦|[上下]半年|第?[一二三四]季度))/uy;
/** 2000年历史 and 1000年前 count years; they name none. */
const ROUND_COUNT = /(?:1[0-7]|20)00\s?年(?:的?历史|前(?!后)|间|来(?!自|临|到)|古)/uy;
const WRITTEN = /([一二][〇零○0Oo一二三四五六七八九]{3})\s?年(?!代|版)/uy;
const SHORT = /(['’‘])?([0-9]{2})\s?年(?![版级代])/uy;
const SHORT_COUNTS = /[来前后间多内里老陈历如级的就才]/u;
const SPAN = new RegExp(`(1[0-9]{3}|20[0-9]{2})(?:${TO}|、)(1[0-9]{3}|20[0-9]{2})\\s?年(?!代|版)度?`, 'uy');
const RELATIVE = /(大前|前|去|今|本|明|后|上一?|下一?)年(?![级轻龄代]|报(?![道告名])|纪|岁|均)/uy;
const RELATIVE_YEARS: Record<string, number> = {
  ...{ 大前: -3, 前: -2, 去: -1, 上: -1, 上一: -1 },
  ...{ 今: 0, 本: 0, 明: 1, 下: 1, 下一: 1, 后: 2 },
};
const BEFORE = new RegExp(`${COUNT}年(?:之|以)?前(?![后往来去夕方线锋景途面])`, 'uy');
const SAME_DAY = /的?(?:今[天日]|此时)/uy;
const SAME_DAYS = /的?同期/uy;

/** 2023年, 二〇二三年, '23年, 去年, 三年前, with what stands behind them: 去年12月8日, 2022年第三季度, 今年春节. */
export const readYear: Reader = (scan, at) => {
  const span = matchAt(SPAN, scan.text, at);
  const years = span && yearsRange(Number(span[1]), Number(span[2]));
  if (years) return { ...years, ...written, end: at + span[0].length, grain: 'year' };
  const head =
    readExplicit(scan, at) ?? readShort(scan, at) ?? readRelative(scan, at) ?? readBefore(scan, at);
  return head && completeYear(scan, head);
};

const written = { relative: false, slides: false };

function readExplicit({ text }: Scan, at: number): Head | null {
  if (matchAt(ROUND_COUNT, text, at)) return null;
  const parts = matchAt(EXPLICIT, text, at) ?? matchAt(WRITTEN, text, at);
  if (!parts) return null;
  return { ...written, year: readNumber(parts[1]), end: at + parts[0].length };
}

/** 23年 also counts years: it is a year only where a part of one follows, or where it opens the question. */
function readShort(scan: Scan, at: number): Head | null {
  const { text, today } = scan;
  const parts = matchAt(SHORT, text, at);
  if (!parts) return null;
  const end = at + parts[0].length;
  const short = Number(parts[2]);
  const thisYear = yearOf(today) % 100;
  const opens = !scan.article && at === 0 && short <= thisYear + 1 && short >= thisYear - 8;
  const counts = SHORT_COUNTS.test(text[end] ?? '');
  const names = parts[1] || parts[2]?.startsWith('0') || opens;
  if (counts || !(names || readPartOfYear(text, end, 'headed'))) return null;
  const century = Math.floor(yearOf(today) / 100) * 100;
  return { ...written, year: short > thisYear + 10 ? century - 100 + short : century + short, end };
}

function readRelative({ text, today }: Scan, at: number): Head | null {
  const parts = matchAt(RELATIVE, text, at);
  const years = RELATIVE_YEARS[parts?.[1] ?? ''];
  if (!parts || years === undefined) return null;
  return { year: yearOf(today) + years, end: at + parts[0].length, relative: true, slides: years === 0 };
}

function readBefore({ text, today }: Scan, at: number): Head | null {
  const parts = matchAt(BEFORE, text, at);
  if (!parts) return null;
  const year = yearOf(today) - readNumber(parts[1]);
  return { year, end: at + parts[0].length, relative: true, slides: false };
}

function completeYear(scan: Scan, head: Head): Reading | null {
  const { text } = scan;
  const { relative, slides, year } = head;
  const end = text[head.end] === '度' ? head.end + 1 : head.end;
  const same = head.relative ? readSame(scan, head, end) : null;
  if (same) return { ...same, relative, slides };
  const part = readPartOfYear(text, /[的 \u3000]/u.test(text[end] ?? '') ? end + 1 : end, 'headed');
  const range = part?.build(year);
  if (part && range) return { ...range, end: part.end, grain: part.grain, relative, slides };
  const whole = yearsRange(year, year);
  return whole && { ...whole, end, grain: 'year', relative, slides };
}

/** 去年今日 and 去年同期; the latter is the same days as named before, else from the year's first day to this one. */
function readSame(
  scan: Scan,
  { year }: Head,
  end: number,
): (DateRange & Pick<Reading, 'end' | 'grain'>) | null {
  const { text, today, previous } = scan;
  const inYear = (day: string): string => addMonths(day, 12 * (year - yearOf(day)));
  const day = matchAt(SAME_DAY, text, end);
  const range = day && dayRange(inYear(today));
  if (range) return { ...range, end: end + day[0].length, grain: 'day' };
  const days = matchAt(SAME_DAYS, text, end);
  if (!days) return null;
  const before = previous && yearOf(previous.to) > year && yearOf(previous.from) > 1 ? previous : null;
  const from = before ? shift(before.from, year - yearOf(before.to)) : `${year}-01-01`;
  const to = before ? shift(before.to, year - yearOf(before.to)) : inYear(today);
  return { from, to, end: end + days[0].length, grain: 'span' };
}

const shift = (day: string, years: number): string => addMonths(day, 12 * years);
