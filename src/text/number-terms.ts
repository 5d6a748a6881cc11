import { fold } from './fold.js';
import { isCounted } from './measure-words.js';
import { findNumbersAt } from './numbers.js';

/**
 * The numbers of a text that are not written in plain digits, as plain digits: 七件 → 7, 1.7万 and 一万七千 → 17000,
 * 百分之五 → 5%. Plain digits are words by themselves, so that beside the words of a text these make all ways of
 * writing a number meet.
 */
export function cutNumbers(text: string): string[] {
  return cutFoldedNumbers(fold(text));
}

/** The same for a text that is folded already. */
export function cutFoldedNumbers(folded: string): string[] {
  const terms: string[] = [];
  for (const { value, isPercentage, start, end } of findNumbersAt(folded, PLAIN)) {
    const written = folded.slice(start, end);
    const term = `${value}${isPercentage ? '%' : ''}`;
    if (term !== written && !term.includes('e') && isNumber(folded, written, start, end)) terms.push(term);
  }
  return terms;
}

/** Whether the characters surely make a number: 五一, 三亚 and 一个 do not. */
function isNumber(folded: string, written: string, start: number, end: number): boolean {
  if (/\d/u.test(written)) return !IS_CODE.test(folded.slice(Math.max(0, start - 1), end));
  if (/[点成%‰之]/u.test(written)) return true;
  if (written === '一') return ORDERS.test(folded.slice(Math.max(0, start - 1), end + 2));
  if (written.length === 1) return isCounted(folded, start, end);
  return /^[一二三四五六七八九]+$/u.test(written) ? written.length > 2 : true;
}

/** As a number is written that is a word by itself; the greater part of all in news. */
const PLAIN = /(?:0|[1-9]\d*)(?![\d.,百千万亿余多成‰]|\s[百千万亿余多])/y;
/** Telephone numbers and names: 0351, g07. */
const IS_CODE = /^(?:[a-z]|\D?0\d{2})/u;
/** 第一, 一季度, 一月; 一个 says hardly more than 个. */
const ORDERS = /^第一(?!时间|书记|线|手|责)|^.?一(?:季度|[月日号期届级]|等奖)/u;
