import { fold } from './fold.js';

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const MULTIPLIERS: Record<string, number> = { 万: 1e4, 亿: 1e8 };

const NUMERAL = '[零〇一二两三四五六七八九十百千万亿]+';
const NUMBER = new RegExp(`\\d[\\d,]*(?:\\.\\d+)?\\s*[千万亿]*|${NUMERAL}`, 'gu');

/** Reads 十二, 二〇二三, 一百零五, 三万; null where the characters make no number. */
export function parseChineseNumber(text: string): number | null {
  if (/^[零〇一二三四五六七八九]{2,}$/u.test(text)) {
    return Number([...text].map((character) => DIGITS[character]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let last = 0;
  for (const character of text) {
    if (character in DIGITS) digit = DIGITS[character] ?? 0;
    else if (character in UNITS) {
      section += (digit ?? 1) * (UNITS[character] ?? 1);
      digit = null;
    } else if (character in MULTIPLIERS) {
      if (!total && !section && digit === null) return null;
      const multiplier = MULTIPLIERS[character] ?? 1;
      const counted = section + (digit ?? 0);
      // 三万亿 multiplies what stands before it, 一亿二千万 adds to it.
      total = multiplier > last ? (total + counted) * multiplier : total + counted * multiplier;
      last = multiplier;
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

/** Every number in a text as a value, in the order of the text: 1.7万 → 17000, 十二件 → 12, 1,200 → 1200. */
export function findNumbers(text: string): number[] {
  const values = [...fold(text).matchAll(NUMBER)].map(([number]) => parseNumber(number));
  return values.filter((value): value is number => value !== null);
}

function parseNumber(text: string): number | null {
  const arabic = /^(\d[\d,]*(?:\.\d+)?)\s*([千万亿]*)$/u.exec(text);
  if (!arabic) return parseChineseNumber(text);
  let value = Number((arabic[1] ?? '').replaceAll(',', ''));
  for (const unit of arabic[2] ?? '') value *= UNITS[unit] ?? MULTIPLIERS[unit] ?? 1;
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : null;
}
