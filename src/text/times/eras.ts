import { yearOf } from '../calendar.js';
import { yearsRange } from './day-ranges.js';
import { readNumber } from './numerals.js';
import { matchAt, type Reader } from './reading.js';

const DECADE =
  /(?:(上|本)个?世纪|(1[0-9]|2[01]|十[五六七八九]|二十一?)世纪)(?:([0-9]0|[一二三四五六七八九]?十)年代|(初|末|中叶?))?(?:(初)|(末)期?|(中)期)?/uy;
const YEARS =
  /(?:((?:1[0-9]|20)[0-9]0)|([3-9]0|[三四五六七八九]十))年代(?![路街广])(?:(初)|(末)期?|(中)期)?/uy;

/** 上世纪80年代, 20世纪末, 本世纪初, 1980年代, 九十年代末. 90年代 alone is of the last century. */
export const readDecade: Reader = (scan, at) => readCentury(scan, at) ?? readYears(scan, at);

const readCentury: Reader = ({ text, today }, at) => {
  const parts = matchAt(DECADE, text, at);
  if (!parts) return null;
  const [all, relative, number, decade, edge, early, late, middle] = parts;
  // 21世纪 alone is in names (21世纪经济报道) and too wide to look for.
  if (!relative && !decade && !edge) return null;
  const thisCentury = Math.floor(yearOf(today) / 100) * 100;
  const first = relative ? thisCentury - (relative === '上' ? 100 : 0) : (readNumber(number) - 1) * 100;
  const range = decade
    ? partOfDecade(first + readNumber(decade), early, late, middle)
    : edge === '初'
      ? yearsRange(first, first + 9)
      : edge === '末'
        ? yearsRange(first + 90, first + 99)
        : edge
          ? yearsRange(first + 40, first + 60)
          : yearsRange(first, first + 99);
  const end = at + all.length;
  return range && { ...range, end, grain: 'year', relative: relative !== undefined, slides: false };
};

const readYears: Reader = ({ text }, at) => {
  const parts = matchAt(YEARS, text, at);
  if (!parts) return null;
  const [all, full, short, early, late, middle] = parts;
  const range = partOfDecade(full ? Number(full) : 1900 + readNumber(short), early, late, middle);
  return range && { ...range, end: at + all.length, grain: 'year', relative: false, slides: false };
};

function partOfDecade(first: number, early?: string, late?: string, middle?: string) {
  if (early) return yearsRange(first, first + 2);
  if (late) return yearsRange(first + 7, first + 9);
  return middle ? yearsRange(first + 4, first + 6) : yearsRange(first, first + 9);
}

const PLAN =
  /[“"]?(九|十|十一|十二|十三|十四|十五)五[”"]?(?![年百千万亿点个一二三四五六七八九十月日号人条项])/uy;
const PLAN_PART = /(?:规划)?(?:期间|时期|以来|(末)期?|(初)期?|(开局)(?:之年)?|(收官)(?:之年)?)/uy;
const PLAN_NAME = /(?:发展|建设|专项)?(?:规划|纲要|计划|目标|蓝图)/uy;
/** The ninth five-year plan ran from 1996 to 2000. */
const FIRST_YEAR = { plan: 9, year: 1996 };

/** 十三五 (2016 to 2020), “十四五”时期, 十四五末; 十四五规划 is the name of a plan, 十四五规划期间 its time. */
export const readPlan: Reader = ({ text, today }, at) => {
  const parts = matchAt(PLAN, text, at);
  if (!parts) return null;
  const behind = at + parts[0].length;
  const part = matchAt(PLAN_PART, text, behind);
  // 九五 and 十五 alone are numbers.
  if (!part && (matchAt(PLAN_NAME, text, behind) || (parts[1] ?? '').length === 1)) return null;
  const first = FIRST_YEAR.year + 5 * (readNumber(parts[1]) - FIRST_YEAR.plan);
  const years =
    part?.[1] || part?.[4]
      ? yearsRange(first + 4, first + 4)
      : part?.[2] || part?.[3]
        ? yearsRange(first, first)
        : yearsRange(first, first + 4);
  const since = part?.[0].endsWith('以来') && years && years.from <= today;
  const range = since ? { from: years.from, to: today } : years;
  const end = behind + (part?.[0].length ?? 0);
  return range && { ...range, end, grain: 'year', relative: since === true, slides: false };
};
