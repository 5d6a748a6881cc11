import type { DateRange } from '../../domain/query.js';
import { dayRange } from './day-ranges.js';
import { lunarDay } from './lunar-days.js';
import { readNumber } from './numerals.js';
import { matchAt, type PartOfYear } from './reading.js';

const LUNAR =
  /(农历|阴历)?(正|腊|冬|十一|十二|[一二三四五六七八九十])月(?:(初[一二三四五六七八九十])|((?:二?十|廿)[一二三四五六七八九]?|三十)(?![日号天月]))?/uy;
const NEW_YEAR_DAY = /(?:大年|正月)初([一二三四五六七])/uy;
const LUNAR_MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 };

/** 正月十五, 腊月, 农历八月十五, 八月初八, 大年初一; a whole month only where no month of ours is called so. */
export function readLunarDate(text: string, at: number): PartOfYear | null {
  const newYear = matchAt(NEW_YEAR_DAY, text, at);
  const parts = newYear ?? matchAt(LUNAR, text, at);
  if (!parts) return null;
  const end = at + parts[0].length;
  if (newYear)
    return { end, grain: 'day', build: (year) => dayRange(lunarDay(year, 1, readNumber(parts[1]))) };
  const [, prefix, monthName = '', early, later] = parts;
  const surely = prefix || monthName === '正' || monthName === '腊';
  if (!surely && !early) return null;
  const month = LUNAR_MONTHS[monthName] ?? readNumber(monthName);
  if (!early && !later) return { end, grain: 'month', build: (year) => lunarMonth(year, month) };
  const day = readNumber(early?.slice(1) ?? later);
  return { end, grain: 'day', build: (year) => dayRange(lunarDay(year, month, day)) };
}

function lunarMonth(year: number, month: number): DateRange | null {
  const from = lunarDay(year, month, 1);
  const to = lunarDay(year, month, 30);
  return from && to ? { from, to } : null;
}
