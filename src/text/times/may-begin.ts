import { DIGITS, NUMERALS } from './numerals.js';
import { FIRST_CHARACTERS } from './readers.js';

/** Of what recurs, and of 《》; see names.ts. */
const OTHER_FIRST = '截每历逐当同次翌往常逢《';
/** What stands first in the names of days and feasts, with and without a mark before it. */
const FEASTS = '春除大年元龙清端七中重冬腊小平五六八三国劳妇儿青建教植记护母父情圣十双';
const BEHIND_NUMERAL = `${NUMERALS}〇零○0Oo年月个天周日季星礼世会号、和至到-—–－−~～〜`;

/** What can stand second: most of the first characters are common in any text, and begin no time there. */
const SECOND: Record<string, string> = {
  ...Object.fromEntries(Array.from(NUMERALS, (numeral) => [numeral, BEHIND_NUMERAL])),
  ...{ 大: '前后年', 中: '秋元', 小: '年', 国: '庆际', 全: '国', 省: '两“"', 市: '两“"', 县: '两“"' },
  ...{ 上: '上一个半周星礼月年季世', 下: '下一个半周星礼月年季', 本: '个一周星礼月年季世' },
  ...{ 这: `${NUMERALS}几半个周星礼月季年`, 过: '去', 最: '近', 未: '来', 接: '下', 往: '后', 正: '月' },
  ...{ 农: '历', 春: '节运', 元: '旦宵', 青: '年', 建: '党军', 教: '师', 记: '者', 平: '安', 劳: '动' },
  ...{ 今: '年天日晚夜早晨明后', 昨: '天日晚夜早晨今', 明: '年天日晚夜早晨', 后: '年天', 去: '年' },
  ...{ 前: `${DIGITS}${NUMERALS}年天日晚夜早晨`, 头: `${DIGITS}${NUMERALS}`, 第: `${DIGITS}${NUMERALS}` },
  ...{ 周: '一二三四五六日天', 星: '期', 礼: '拜', 月: '底末初', 年: '底末初中三', 岁: '末尾' },
  ...{ 半: '个天日周星礼月季年', 近: `的${DIGITS}${NUMERALS}半几` },
  ...{ '“': `${FEASTS}九两`, '"': `${FEASTS}九两`, '‘': `${FEASTS}${DIGITS}`, '’': DIGITS, "'": DIGITS },
  ...{ 除: '夕', 龙: '抬', 清: '明', 端: '午', 重: '阳', 冬: '至月', 腊: '八月', 阴: '历', 双: '十1' },
  ...{ 妇: '女', 儿: '童', 植: '树', 护: '士', 母: '亲', 父: '亲', 情: '人', 圣: '诞' },
  ...{ 截: '至止', 每: '年个月逢周星礼', 历: '年史', 逢: '周年农', 翌: '年', 常: '年' },
  ...{ 逐: '年个月', 当: '年个月', 同: '年个月', 次: '年个月' },
};

const [NEVER, ALWAYS, BY_SECOND, BY_UNIT] = [0, 1, 2, 3];
/** For each UTF-16 unit what decides whether a time, or a name that only looks like one, can begin with it. */
const KINDS = new Uint8Array(0x10000);
const PAIRS = new Set<number>();
for (const first of FIRST_CHARACTERS + OTHER_FIRST) {
  KINDS[first.charCodeAt(0)] = SECOND[first] === undefined ? ALWAYS : BY_SECOND;
  for (const second of SECOND[first] ?? '') PAIRS.add(toPair(first.charCodeAt(0), second.charCodeAt(0)));
}
for (const digit of DIGITS) KINDS[digit.charCodeAt(0)] = BY_UNIT;

function toPair(first: number, second: number): number {
  return (first << 16) | second;
}

/** Behind the digits of a time: its unit, what joins it to its other end, or the part of a year (2023春节). */
const UNITS = new Uint8Array(0x10000);
for (const unit of '年月日号天周星礼世个季至到-—–－−~～〜、和春元清端中国五上下第一二三四')
  UNITS[unit.charCodeAt(0)] = 1;
/** 2023/2/8, 2023.2.8, 20230208 */
const YEAR_LENGTH = 4;
const DATE_LENGTH = 8;

/** A quick look at two characters, or at what follows a number; the readers tell. */
export function mayBegin(text: string, at: number): boolean {
  const kind = KINDS[text.charCodeAt(at)];
  if (kind === NEVER) return false;
  if (kind === BY_UNIT) return mayBeginWithNumber(text, at);
  return kind === ALWAYS || PAIRS.has(toPair(text.charCodeAt(at), text.charCodeAt(at + 1)));
}

function mayBeginWithNumber(text: string, at: number): boolean {
  let end = at + 1;
  while (end - at <= DATE_LENGTH && isDigit(text.charCodeAt(end))) end++;
  if (end - at >= DATE_LENGTH) return end - at === DATE_LENGTH;
  const behind = text.charAt(end);
  if (UNITS[text.charCodeAt(end)] === 1) return true;
  if (behind === '.' || behind === '/') return end - at === YEAR_LENGTH;
  return /\s/u.test(behind) && UNITS[text.charCodeAt(end + 1)] === 1;
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
