import { readBefore, readComingSpan, readPastSpan } from './counted.js';
import { readDay, readWeek } from './days.js';
import { readDecade, readPlan } from './eras.js';
import { readMonthless, readYearEnd, readYearless } from './floating.js';
import { readMonth, readQuarter } from './months.js';
import { DIGITS, NUMERALS } from './numerals.js';
import { readNumericDate } from './numeric-dates.js';
import type { Reader, Reading, Scan } from './reading.js';
import { readYear } from './years.js';

/** Which readers an expression's first characters call, in this order: the longer reading before the shorter. */
const CALLED: readonly [characters: string, readers: readonly Reader[]][] = [
  [DIGITS, [readNumericDate, readDecade, readYear, readBefore, readYearless, readPastSpan, readMonthless]],
  [NUMERALS, [readPlan, readDecade, readYear, readBefore, readPastSpan, readYearless]],
  ['今昨明大', [readYear, readDay]],
  ['大', [readYearless]],
  ['前', [readYearless, readYear, readDay]],
  ['后', [readYear, readDay]],
  ['去', [readYear]],
  ['上本下', [readDecade, readYearless, readYear, readQuarter, readMonth, readWeek]],
  ['这', [readPastSpan, readQuarter, readMonth, readWeek]],
  ['周星礼', [readWeek]],
  ['月', [readMonth]],
  ['年岁', [readYearEnd, readYearless]],
  ['最近过', [readPastSpan]],
  ['半', [readBefore, readPastSpan]],
  ['未今接往', [readComingSpan]],
  ['“"', [readPlan, readYearless]],
  ["'’‘", [readYear, readYearless]],
  ['第头全省市县', [readYearless]],
  ['春除元龙清端七中重冬腊小平国劳妇儿青建教植记护母父情圣双正农阴', [readYearless]],
];

const READERS = new Map<string, readonly Reader[]>();
for (const [characters, readers] of CALLED) {
  for (const character of characters) {
    const before = READERS.get(character) ?? [];
    READERS.set(character, [...before, ...readers.filter((reader) => !before.includes(reader))]);
  }
}

/** All characters that a time can begin with. */
export const FIRST_CHARACTERS = [...READERS.keys()].join('');

/** The expression that begins at `at`, without what joins or compares it; null where none does. */
export function readPlain(scan: Scan, at: number): Reading | null {
  for (const read of READERS.get(scan.text[at] ?? '') ?? []) {
    const reading = read(scan, at);
    if (reading && reading.from <= reading.to) return reading;
  }
  return null;
}
