import { readBefore, readComingSpan, readPastSpan } from './counted.js';
import { readDay, readWeek } from './days.js';
import { readDecade, readPlan } from './eras.js';
import { readMonthless, readYearEnd, readYearless } from './floating.js';
import { readMonth, readQuarter } from './months.js';
import { readNumericDate } from './numeric-dates.js';
import type { Reader, Reading, Scan } from './reading.js';
import { readYear } from './years.js';

const DIGITS = '0123456789';
const NUMERALS = '一二两三四五六七八九十';

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

const BEHIND_NUMERAL = `${NUMERALS}〇零○0Oo年月个天周日季星礼世会号、和至到-—–－−~～〜`;
/** What can stand second, for the first characters that are common in any text: most of them begin no time. */
const SECOND: Record<string, string> = {
  ...{ 大: '前后年', 中: '秋元', 小: '年', 国: '庆际', 全: '国', 省: '两“"', 市: '两“"', 县: '两“"' },
  ...{ 上: '上一个半周星礼月年季世', 下: '下一个半周星礼月年季', 本: '个一周星礼月年季世' },
  ...{ 这: `${NUMERALS}几半个周星礼月季年`, 过: '去', 最: '近', 未: '来', 接: '下', 往: '后', 正: '月' },
  ...{ 农: '历', 春: '节运', 元: '旦宵', 青: '年', 建: '党军', 教: '师', 记: '者', 平: '安', 劳: '动' },
};

/** A quick look at two characters; the readers tell. */
export function mayBegin(text: string, at: number): boolean {
  const first = text[at] ?? '';
  const second = text[at + 1] ?? '';
  if (NUMERALS.includes(first)) return second !== '' && BEHIND_NUMERAL.includes(second);
  return SECOND[first]?.includes(second) ?? true;
}

/** The expression that begins at `at`, without what joins or compares it; null where none does. */
export function readPlain(scan: Scan, at: number): Reading | null {
  for (const read of READERS.get(scan.text[at] ?? '') ?? []) {
    const reading = read(scan, at);
    if (reading && reading.from <= reading.to) return reading;
  }
  return null;
}
