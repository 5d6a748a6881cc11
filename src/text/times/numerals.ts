import { parseChineseNumber } from '../numbers.js';

export const DIGITS = '0123456789';
export const NUMERALS = '一二两三四五六七八九十';

/** 1 to 12, in digits or characters; the longer forms stand first. */
export const MONTH_NUMBER = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
/** 1 to 31. */
export const DAY_NUMBER =
  '(3[01]|[12][0-9]|0?[1-9]|三十一?|(?:二?十|廿)[一二三四五六七八九]?|[一二三四五六七八九])';
/** How many: 3, 120, 两, 十二. */
export const COUNT = '([0-9]{1,3}|[一二两三四五六七八九十]{1,3})';
/** Between the two ends of a span. */
export const TO = '\\s?(?:至|到|-{1,2}|—{1,2}|–|－|−|~|～|〜)\\s?';

/** Reads what the patterns above let through: 2, 02, 两, 廿三, 二〇二三, and the zeros of print: 二○二三, 二0二三. */
export function readNumber(text = ''): number {
  if (/^[0-9]+$/.test(text)) return Number(text);
  return parseChineseNumber(text.replace(/[○0Oo]/gu, '〇').replace('廿', '二十')) ?? 0;
}
