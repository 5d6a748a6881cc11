import { dayOfMonth, monthsRange, thirdOfMonth } from './day-ranges.js';
import { DAY_NUMBER, readNumber, TO } from './numerals.js';
import { matchAt, type PartOfMonth } from './reading.js';

const DAY = new RegExp(`\\s?${DAY_NUMBER}\\s?[日号]`, 'uy');
const DAYS = new RegExp(`\\s?${DAY_NUMBER}(?:\\s?[日号]?${TO}|、)${DAY_NUMBER}\\s?[日号]`, 'uy');
/** 初中 is a school, 初夏 a season, 初一 a lunar day. */
const THIRD =
  /份?的?(?:([上中下])旬|(初(?![中级步审夏秋冬春评选心赛次始创见期诊一二三四五六七八九十])|[底末](?![层线部气价色片细端位班日代])))/uy;

/** What may stand behind N月 or 上个月: 8日, 6日至8日, 6-8日, 上旬, 初, 底. */
export function readPartOfMonth(text: string, at: number): PartOfMonth | null {
  return readDaysOfMonth(text, at) ?? readThird(text, at);
}

/** 8日, 8号, 6日至8日, 6-8日, and 6、7日 as from the first to the last; 6日、7日 are two. */
export function readDaysOfMonth(text: string, at: number): PartOfMonth | null {
  const days = matchAt(DAYS, text, at);
  if (days) {
    const [first, last] = [readNumber(days[1]), readNumber(days[2])];
    return { end: at + days[0].length, grain: 'day', build: (year, month) => span(year, month, first, last) };
  }
  const single = matchAt(DAY, text, at);
  if (!single) return null;
  const day = readNumber(single[1]);
  return {
    end: at + single[0].length,
    grain: 'day',
    build: (year, month) => dayOfMonth(year, month, day),
  };
}

/** 28日至3日 ends in the next month. */
function span(year: number, month: number, first: number, last: number) {
  const from = dayOfMonth(year, month, first)?.from;
  const to = dayOfMonth(year, last < first ? month + 1 : month, last)?.to;
  return from && to ? { from, to } : null;
}

function readThird(text: string, at: number): PartOfMonth | null {
  const parts = matchAt(THIRD, text, at);
  if (!parts) return null;
  const third = parts[1] ? '上中下'.indexOf(parts[1]) : parts[2] === '初' ? 0 : 2;
  return {
    end: at + parts[0].length,
    grain: 'month',
    build: (year, month) => thirdOfMonth(year, month, third),
  };
}

/** The whole month, where nothing finer stands behind it. */
export function wholeMonth(end: number): PartOfMonth {
  return { end, grain: 'month', build: (year, month) => monthsRange(year, month, month) };
}
