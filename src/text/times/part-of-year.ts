import { addDays, monthRange } from '../calendar.js';
import { readConference } from './conference.js';
import { monthsRange } from './day-ranges.js';
import { readFestival } from './festival-names.js';
import { readLunarDate } from './lunar-dates.js';
import { COUNT, MONTH_NUMBER, readNumber, TO } from './numerals.js';
import { readPartOfMonth, wholeMonth } from './part-of-month.js';
import { matchAt, type PartOfYear } from './reading.js';

/** 3月龄 is an age, 一月余 a duration, 三月三 a feast: none of them a month of a year. */
const MONTH = new RegExp(
  `${MONTH_NUMBER}\\s?月(?![龄嫂薪租饼亮余]|有余|期(?!间)|票(?!房)|刊(?![发登出])|球(?!赛)|经(?![济营贸过]))`,
  'uy',
);
const MONTHS = new RegExp(
  `${MONTH_NUMBER}\\s?(?:月份?)?${TO}${MONTH_NUMBER}\\s?月(?![龄期])份?(?!\\s?[0-9一二三初上中下底末])`,
  'uy',
);
const FEAST = /[一二三四五六七八九十]{1,2}月[一二三四五六七八九十初]/uy;
const PART = new RegExp(
  `第?([一二三四1-4])(?:[、和至到-]第?([一二三四1-4]))?个?季度|[前头]([二两三23])个?季度|([上下])半年|[前头]${COUNT}个月`,
  'uy',
);
const EDGE =
  /年?(?:(初(?![中级步审夏秋冬春评选心赛次始创见期诊一二三四五六七八九十]))|([底末](?![层线部气价色片细端位班日代])))|年中(?=[，。、；]|$)/uy;
const SEASON = /(春|夏|秋|冬)(?:天|季(?!节|运))|入?(?:汛|暑)(?:假|期)|寒假/uy;
const SEASON_MONTHS: Record<string, [first: number, last: number]> = {
  ...{ 春: [3, 5], 夏: [6, 8], 秋: [9, 11], 冬: [12, 14] },
  ...{ 寒: [1, 2], 暑: [7, 8], 汛: [6, 9] },
};

/** How much may stand before a part: a year (今年春节), or nothing, and then in a question or an article. */
export type Standing = 'headed' | 'question' | 'article';

/** What may stand behind a year, or for itself: 2月8日, 1至6月, 上半年, 前三季度, 年底, 春节期间. */
export function readPartOfYear(text: string, at: number, standing: Standing): PartOfYear | null {
  return (
    readLunarDate(text, at) ??
    readMonths(text, at) ??
    readConference(text, at, standing) ??
    readFestival(text, at, standing) ??
    readLargePart(text, at) ??
    (standing === 'headed' ? readSeason(text, at) : null) ??
    (standing === 'headed' || text[at] === '年' ? readEdge(text, at) : null)
  );
}

function readMonths(text: string, at: number): PartOfYear | null {
  const months = matchAt(MONTHS, text, at);
  if (months) {
    const [first, last] = [readNumber(months[1]), readNumber(months[2])];
    const end = at + months[0].length;
    return { end, grain: 'span', build: (year) => monthsRange(year, first, last < first ? last + 12 : last) };
  }
  const single = matchAt(MONTH, text, at);
  if (!single) return null;
  const month = readNumber(single[1]);
  const behind = at + single[0].length;
  const part = readPartOfMonth(text, behind);
  if (!part && matchAt(FEAST, text, at)) return null;
  const { end, grain, build } = part ?? wholeMonth(text[behind] === '份' ? behind + 1 : behind);
  return { end, grain, build: (year) => build(year, month) };
}

function readLargePart(text: string, at: number): PartOfYear | null {
  const parts = matchAt(PART, text, at);
  if (!parts) return null;
  const [all, quarter, lastQuarter, quarters, half, months] = parts;
  const end = at + all.length;
  if (quarter) {
    const first = readNumber(quarter) * 3 - 2;
    const last = readNumber(lastQuarter ?? quarter) * 3;
    return { end, grain: 'span', build: (year) => monthsRange(year, first, last) };
  }
  if (half) {
    const last = half === '上' ? 6 : 12;
    return { end, grain: 'span', build: (year) => monthsRange(year, last - 5, last) };
  }
  const last = quarters ? readNumber(quarters) * 3 : readNumber(months);
  return last <= 12 ? { end, grain: 'span', over: true, build: (year) => monthsRange(year, 1, last) } : null;
}

function readSeason(text: string, at: number): PartOfYear | null {
  const season = matchAt(SEASON, text, at);
  const months = season && SEASON_MONTHS[season[0].replace('入', '').slice(0, 1)];
  if (!months) return null;
  return {
    end: at + season[0].length,
    grain: 'span',
    build: (year) => monthsRange(year, months[0], months[1]),
  };
}

/** 年初 is January and February, 年底 December, 年中 the days around the end of June. */
function readEdge(text: string, at: number): PartOfYear | null {
  const parts = matchAt(EDGE, text, at);
  if (!parts) return null;
  const end = at + parts[0].length;
  if (parts[1]) return { end, grain: 'month', build: (year) => monthsRange(year, 1, 2) };
  if (parts[2]) return { end, grain: 'month', build: (year) => monthsRange(year, 12, 12) };
  return {
    end,
    grain: 'month',
    build: (year) => {
      const june = monthRange(year, 6);
      return { from: june.from, to: addDays(june.to, 31) };
    },
  };
}
