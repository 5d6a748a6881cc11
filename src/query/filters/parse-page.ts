import { parseChineseNumber } from '../../text/numbers.js';

/** 头 → 1, 四 → 4, 04 → 4, a4 → A4 */
export function parsePage(page: string): string {
  if (page === '头') return '1';
  const number = /^\p{Script=Han}/u.test(page) ? parseChineseNumber(page) : null;
  return number === null ? page.toUpperCase().replace(/^0+(?=\d)/u, '') : String(number);
}
