import { inNearestMonth, inNearestYear } from './nearest.js';
import { readDaysOfMonth } from './part-of-month.js';
import { readPartOfYear } from './part-of-year.js';
import { matchAt, type Reader } from './reading.js';

const END_OF_YEAR = /年[底末]|岁[末尾](?!年初)/uy;
/** 8日内 and 3日游 are durations, 8日均 an average. */
const NO_DAY = /[游均龄线]|内(?!蒙)|之内|以内|时间/uy;
/** 8号 is a day only where nothing follows that is numbered: 8号楼, 3号线. */
const DAY_BEHIND_NUMBER =
  /$|(?=[\s，。、？！；,.?!~—）)-]|上午|下午|中午|凌晨|晚|早|的|那|夜|之|以|至|到|起|前|后|当[天日]|是|有|会|停|开|举|能|可|还|去|在|为|什|哪|谁|下雪|下雨|要)/uy;

/** What has no year: 2月8日, 3月, 一季度, 上半年, 春节期间, 年底. The nearest year that fits is taken. */
export const readYearless: Reader = (scan, at) => {
  const part = readPartOfYear(scan.text, at, scan.article ? 'article' : 'question');
  const range = part && inNearestYear(scan, at, part);
  return range && { ...range, ...floats(scan.anchor), end: part.end, grain: part.grain };
};

/** 年底, 岁末: in the first quarter the one that was, unless what follows looks ahead; later the one to come. */
export const readYearEnd: Reader = (scan, at) => {
  const parts = matchAt(END_OF_YEAR, scan.text, at);
  if (!parts) return null;
  const end = at + parts[0].length;
  const build = (year: number) => ({ from: `${year}-12-01`, to: `${year}-12-31` });
  const year = Number(scan.today.slice(0, 4));
  const past = scan.today.slice(5, 7) <= '03' && scan.text[end] !== '前';
  const range = scan.anchor
    ? inNearestYear(scan, at, { end, grain: 'month', build })
    : build(past ? year - 1 : year);
  return range && { ...range, ...floats(scan.anchor), end, grain: 'month' };
};

/** What has neither year nor month: 8日, 8号, 6日至8日. */
export const readMonthless: Reader = (scan, at) => {
  const { text } = scan;
  const part = readDaysOfMonth(text, at);
  if (!part || matchAt(NO_DAY, text, part.end)) return null;
  if (text[part.end - 1] === '号' && !matchAt(DAY_BEHIND_NUMBER, text, part.end)) return null;
  const range = inNearestMonth(scan, at, part);
  return range && { ...range, ...floats(scan.anchor), end: part.end, grain: part.grain };
};

/** Counted from another expression instead of from today, it is as written out as that one. */
const floats = (anchor: string | null) => ({ relative: anchor === null, slides: true });
