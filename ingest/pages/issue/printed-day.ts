import { buildDay } from '../../../src/text/calendar.js';
import { parseChineseNumber } from '../../../src/text/numbers.js';

/** A whole day in a text: YYYY-MM-DD, its words as printed, UTF-16 offsets (end exclusive). */
export type PrintedDay = { day: string; words: string; start: number; end: number };

/** Print sets spaces between the digits of large numbers. */
const YEAR = '[12] ?[90] ?\\d ?\\d|[一二] ?[〇零九] ?[〇零一二三四五六七八九] ?[〇零一二三四五六七八九]';
const MONTH = '\\d ?\\d?|十[一二]?|[元一二三四五六七八九]';
const DAY = '\\d ?\\d?|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]';
const IN_WORDS = new RegExp(`(?<!\\d)(${YEAR}) ?年 ?(${MONTH}) ?月 ?(${DAY}) ?[日号]`, 'gu');
const IN_NUMBERS = /(?<![\d.])((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?![\d.])/gu;

/** Every whole day with its year, in the order of the text: 2023年2月10日, 二〇二三年二月十日, 2023.2.10. */
export function findPrintedDays(text: string): PrintedDay[] {
  const plain = toPlainDigits(text);
  const found = [...plain.matchAll(IN_WORDS), ...plain.matchAll(IN_NUMBERS)].flatMap((parts) => {
    const [words, year, second, third, fourth] = parts;
    const [month, date] = fourth ? [third, fourth] : [second, third];
    const day = buildDay(readNumber(year), readNumber(month), readNumber(date));
    const end = parts.index + words.length;
    return day ? [{ day, words: text.slice(parts.index, end), start: parts.index, end }] : [];
  });
  return found.sort((a, b) => a.start - b.start);
}

/** ２０２３ → 2023, and the circle that print has for zero; every offset stays. */
export function toPlainDigits(text: string): string {
  return text
    .replace(/[０-９．／－]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[○◯]/gu, '〇');
}

/** 2023, 二〇二三, 十二, and 元 for the first month; 0 where there is no number. */
export function readNumber(text = ''): number {
  const digits = text.replaceAll(' ', '');
  if (digits === '元') return 1;
  return /^\d+$/u.test(digits) ? Number(digits) : (parseChineseNumber(digits) ?? 0);
}
