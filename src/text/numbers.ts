import { fold } from './fold.js';
import { isCounted } from './measure-words.js';
import { ARABIC_PART, scanNumbers } from './number-pattern.js';

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
const FACTORS: Record<string, number> = { ...UNITS, ...MULTIPLIERS };

/** Reads 十二, 二〇二三, 一百零五, 三万五; null where the characters make no number, or not one: 三四百. */
export function parseChineseNumber(text: string): number | null {
  if (/^[零〇一二三四五六七八九]{2,}$/u.test(text)) {
    return Number([...text].map((character) => DIGITS[character]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  /** What a digit is worth that ends the number right after a unit: the 5 of 三万五 is 5000. */
  let tail = 1;
  let last = 0;
  for (const character of text) {
    if (character in DIGITS) {
      if (digit) return null;
      digit = DIGITS[character] ?? 0;
      if (digit === 0) tail = 1;
    } else if (character in UNITS) {
      const unit = UNITS[character] ?? 1;
      section += (digit ?? 1) * unit;
      digit = null;
      tail = unit / 10;
    } else if (character in MULTIPLIERS) {
      if (!total && !section && digit === null) return null;
      const multiplier = MULTIPLIERS[character] ?? 1;
      const counted = section + (digit ?? 0);
      // 三万亿 multiplies what stands before it, 一亿二千万 adds to it.
      total = multiplier > last ? (total + counted) * multiplier : total + counted * multiplier;
      last = multiplier;
      section = 0;
      digit = null;
      tail = multiplier / 10;
    } else return null;
  }
  return total + section + (digit ?? 0) * tail;
}

/** A number in a text; offsets are UTF-16 units of the folded text. */
type FoundNumber = {
  /** 17000 for 1.7万; of a share its percentage: 5 for 5% and 百分之五, 30 for 三成. */
  value: number;
  isPercentage: boolean;
  start: number;
  end: number;
};

/** Every number in a text as a value, in the order of the text: 1.7万 → 17000, 十二件 → 12, 百分之五 → 5. */
export function findNumbers(text: string): number[] {
  return findNumbersAt(fold(text)).map(({ value }) => value);
}

/** Every number of a folded text with its place; what only looks like one is left out: 一些, 百姓, 十几, 三四百. */
export function findNumbersAt(folded: string, passOver?: RegExp): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const { 0: words, index: start, groups = {} } of scanNumbers(folded, passOver)) {
    const { share, arabic, chinese = '', decimal = '', suffix } = groups;
    const isBare = !arabic && !share && !suffix && !decimal;
    if (isBare && isNoNumber(folded, start, chinese)) continue;
    const value = arabic ? readArabic(arabic) : readChinese(chinese, decimal);
    if (value === null || !Number.isFinite(value)) continue;
    const scale = share || suffix ? scaleToPercent(share, suffix) : null;
    const end = start + words.length;
    found.push({
      value: scale === null ? value : round(value * scale),
      isPercentage: scale !== null,
      start,
      end,
    });
  }
  return found;
}

/** 一 and 百 begin more words than they count things; 千万别 warns; 三四个 leaves it open. */
function isNoNumber(folded: string, start: number, numeral: string): boolean {
  if (NEIGHBOURS.has(numeral)) return true;
  const isDoubtful = DOUBTFUL.includes(numeral.length === 1 ? numeral : `${numeral.charAt(0)}…`);
  if (!isDoubtful || folded.startsWith('分之', start - '分之'.length)) return false;
  return !isCounted(folded, start, start + numeral.length);
}

const NEIGHBOURS = new Set('一二 二三 三四 四五 五六 六七 七八 八九'.split(' '));
/** Numerals by themselves, and beginnings of longer ones. */
const DOUBTFUL = ['一', '十', '百', '千', '百…', '千…', '万…', '亿…'];

function readArabic(text: string): number {
  const plain = Number(text);
  if (!Number.isNaN(plain)) return plain;
  let sum = 0;
  for (const [, digits, factors = ''] of text.replaceAll(',', '').matchAll(ARABIC_PART)) {
    sum += multiply(Number(digits), factors);
  }
  return sum;
}

/** 一 and 点五万 → 15000 */
function readChinese(whole: string, decimal: string): number | null {
  const value = parseChineseNumber(whole);
  const [, fraction = '', factors = ''] = /^点([^万亿]*)([万亿]*)$/u.exec(decimal) ?? [];
  if (value === null || !fraction) return value;
  const digits = [...fraction].map((digit) => DIGITS[digit]).join('');
  return multiply(Number(`${value}.${digits}`), factors);
}

const multiply = (value: number, factors: string): number =>
  round([...factors].reduce((product, factor) => product * (FACTORS[factor] ?? 1), value));

/** 1.1 × 10,000 is 11,000.000000000002 in floating point. */
const round = (value: number): number => Number(value.toPrecision(12));

/** By what a share is multiplied to make a percentage; null where the number is none. */
function scaleToPercent(share = '', suffix = ''): number | null {
  if (share) return 100 / (FACTORS[share.charAt(0)] ?? 100);
  if (suffix.includes('%')) return 1;
  if (suffix.includes('‰')) return 0.1;
  return suffix ? 10 : null;
}
