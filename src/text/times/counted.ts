import { addDays, addMonths, monthOf, yearOf } from '../calendar.js';
import { dayRange, monthsRange, weekDays } from './day-ranges.js';
import { COUNT, readNumber } from './numerals.js';
import { matchAt, type Reader } from './reading.js';

const UNIT = '(天|日|周|个?星期|个?礼拜|个?月|个?季度|年)';
const SOME = `(?:${COUNT}|([半几])个?)`;
const PAST = new RegExp(
  `(?:(?:最近|近|过去|这)的?${SOME}(?:多)?${UNIT}|${SOME}${UNIT}以?来(?![自临访电信到]))(?:以?来|间|里|内|中)?`,
  'uy',
);
const AHEAD = new RegExp(`(?:未来|今后|接下来|往后)的?${SOME}${UNIT}(?:间|里|内)?`, 'uy');
/** 这三年 may be any three; 这几天 and 这两年 are the last ones. */
const THESE = /这[两几]/uy;
const BEFORE = new RegExp(
  `(?:${COUNT}(天|周|个?星期|个?礼拜|个月)|([一二两三四五六七八九十]{1,2})日|半(年|个月))(?:之|以)?前(?![后往来去夕方线锋景途面])`,
  'uy',
);

/** 几 says three or more: no more is read into it. */
const SOME_COUNT = 3;
const MONTHS_OF: Record<string, number> = { 月: 1, 季度: 3, 年: 12 };

/** 近三天, 最近一周, 过去两年, 五年来, 这几天: the last so many days with today. */
export const readPastSpan: Reader = ({ text, today }, at) => {
  const parts = matchAt(PAST, text, at);
  if (!parts || (text[at] === '这' && !matchAt(THESE, text, at))) return null;
  const unit = parts[3] ?? parts[6];
  const from = step(today, -1, parts[1] ?? parts[4], parts[2] ?? parts[5], unit);
  return { from, to: today, end: at + parts[0].length, grain: 'span', relative: true, slides: false };
};

/** 未来三天, 今后五年: from tomorrow on. */
export const readComingSpan: Reader = ({ text, today }, at) => {
  const parts = matchAt(AHEAD, text, at);
  if (!parts) return null;
  const from = addDays(today, 1);
  const to = step(today, 1, parts[1], parts[2], parts[3]);
  if (to < from) return null;
  return { from, to, end: at + parts[0].length, grain: 'span', relative: true, slides: false };
};

/** Three days with today reach two days back; three days from tomorrow on reach three days ahead. */
function step(
  today: string,
  sign: 1 | -1,
  count: string | undefined,
  some: string | undefined,
  unit = '',
): string {
  const bare = unit.replace('个', '');
  const number = some === '半' ? 0.5 : some ? SOME_COUNT : readNumber(count);
  const months = MONTHS_OF[bare];
  if (months === 1 && number === 0.5) return addDays(today, sign * 15);
  if (months) return addMonths(today, sign * Math.round(months * number));
  const days = Math.round(number * (bare === '天' || bare === '日' ? 1 : 7));
  return addDays(today, sign * (sign < 0 ? Math.max(0, days - 1) : days));
}

/** 三天前 is a day, 两周前 a week, 五个月前 and 半年前 a month. */
export const readBefore: Reader = ({ text, today }, at) => {
  const parts = matchAt(BEFORE, text, at);
  if (!parts) return null;
  const number = readNumber(parts[1] ?? parts[3]);
  const rest = { end: at + parts[0].length, relative: true, slides: false };
  const monthsBack = parts[2] === '个月' ? number : parts[4] === '年' ? 6 : 0;
  if (monthsBack) {
    const month = monthOf(today) - monthsBack;
    const range = monthsRange(yearOf(today), month, month);
    return range && { ...range, ...rest, grain: 'month' };
  }
  if (parts[2] && parts[2] !== '天')
    return { ...weekDays(addDays(today, -7 * number)), ...rest, grain: 'week' };
  const range = dayRange(addDays(today, parts[4] ? -15 : -number));
  return range && { ...range, ...rest, grain: 'day' };
};
