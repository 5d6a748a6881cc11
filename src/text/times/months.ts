import { monthOf, yearOf } from '../calendar.js';
import { monthsRange } from './day-ranges.js';
import { readPartOfMonth, wholeMonth } from './part-of-month.js';
import { matchAt, type Reader } from './reading.js';

const MONTH =
  /(上上|下下|上|下|这|本)一?个?月(?![亮牙饼薪嫂坛]|球(?!赛)|光(?![明荣临])|色|台(?!风)|季(?!度)|经(?![济营贸过])|刊(?![发登出]))/uy;
const EDGE = /月(?=[底末]|初(?![一二三四五六七八九十]))/uy;

/** 本月, 上个月, 下下个月 with what stands behind them: 上月底, 本月中旬, 上个月8日; 月初 and 月底 are of this month. */
export const readMonth: Reader = ({ text, today }, at) => {
  const parts = matchAt(MONTH, text, at) ?? matchAt(EDGE, text, at);
  if (!parts) return null;
  const word = parts[1] ?? '';
  const steps = word.startsWith('上') ? -word.length : word.startsWith('下') ? word.length : 0;
  const behind = at + parts[0].length;
  const part =
    readPartOfMonth(text, text[behind] === '的' ? behind + 1 : behind) ??
    wholeMonth(text[behind] === '份' ? behind + 1 : behind);
  const range = part.build(yearOf(today), monthOf(today) + steps);
  return range && { ...range, end: part.end, grain: part.grain, relative: true, slides: false };
};

const QUARTER = /([上这本下])一?个?季度/uy;

/** 上季度, 本季度, 下个季度. */
export const readQuarter: Reader = ({ text, today }, at) => {
  const parts = matchAt(QUARTER, text, at);
  if (!parts) return null;
  const steps = parts[1] === '上' ? -1 : parts[1] === '下' ? 1 : 0;
  const first = Math.floor((monthOf(today) - 1) / 3) * 3 + 1 + 3 * steps;
  const range = monthsRange(yearOf(today), first, first + 2);
  return range && { ...range, end: at + parts[0].length, grain: 'span', relative: true, slides: false };
};
