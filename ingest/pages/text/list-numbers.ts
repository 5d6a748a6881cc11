import { parseChineseNumber } from '../../../src/text/numbers.js';

/** First and last number of a list's items in a text (一是 … 四是). */
export type ListNumbers = { first: number; last: number };

const ITEM = /(?:^|[，,；;。：:])第?([一二三四五六七八九十]{1,3})(?:项?是|、)/gu;

/** A text that is an item of a list: 一是…, 第三项是…. */
export const isListItem = (text: string): boolean => /^第?[一二三四五六七八九十]{1,3}[项件]?是/u.test(text);

/** The numbers of a list's items in a text; null where it has none. */
export function findListNumbers(text: string): ListNumbers | null {
  const numbers = [...text.matchAll(ITEM)].map(([, numeral]) => parseChineseNumber(numeral ?? ''));
  const first = numbers[0];
  const last = numbers.at(-1);
  return first && last ? { first, last } : null;
}
