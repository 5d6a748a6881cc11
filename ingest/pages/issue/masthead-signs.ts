import { findPrintedDays, toPlainDigits } from './printed-day.js';

/** What a line shows of a masthead. */
export type MastheadSigns = {
  newspaper: string | null;
  page: string | null;
  /** 一 to 日. */
  weekday: string | null;
  /** A lunar day, an issue's number or the periodical's number. */
  isNumbered: boolean;
  hasDay: boolean;
  /** Nothing stands in the line but what a masthead holds: never part of a sentence. */
  isPure: boolean;
  /** The line holds at least one thing that a masthead holds. */
  isSign: boolean;
};

/** Characters; a longer line is a sentence. */
const MAX_LENGTH = 80;
/** Chinese characters that no sign explains: the name of a section, 要闻 or 太原新闻. */
const MAX_UNEXPLAINED = 6;

const NEWSPAPER =
  /(?<![\p{Script=Han}《])(?:(?=《[^》]*》(?!\p{Script=Han}))《)?((?!本报)\p{Script=Han}{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|周报|青年报|法[制治]报|农民报|工人报)(?:海外版)?)》?(?!\p{Script=Han})/u;
const WEEKDAY = /(?:星期|周|礼拜) ?([一二三四五六日天])/u;
const STEM_YEAR = '[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥] ?年?';
const LUNAR_DAY =
  '闰?(?:正|[一二三四五六七八九十冬腊]{1,2})月[大小]?(?:初|廿|卅)?[一二三四五六七八九十廿卅]{0,3}日?';
const LUNAR = new RegExp(
  `(?:农历|夏历|阴历) ?(?:${STEM_YEAR})? ?(?:${LUNAR_DAY})?|${STEM_YEAR} ?${LUNAR_DAY}|(?:正|腊)月[初廿十][一二三四五六七八九十]?|月[初廿][一二三四五六七八九十]`,
  'u',
);
/** 第25543期, 总第1203号; 第3号 is the number of an order. */
const ISSUE_NUMBER = /(?:总 ?第|新第) ?\d{1,6} ?[期号]|第 ?\d{3,6} ?[期号]|第 ?\d{1,2} ?期/u;
const PERIODICAL_NUMBER =
  /(?:国内)?统一(?:连续出版物|刊)号[:： ]*(?:CN ?)?\d{2} ?[-—–] ?\d{4}|CN ?\d{2} ?[-—–] ?\d{4}|(?:国内|国外)?(?:邮发)?代号[:： ]*[\dA-Z]+ ?[-—–] ?\d+/u;
const PAGES_IN_ALL = /(?:今日|本期|共|今天) ?(?:出版)?(?:第)?[A-D\d、—–-]{1,8} ?(?:个)?版/u;
const PAGE =
  /(?<![\w转接见第])(?:第 ?([A-D]?\d{1,3}|[一二三四五六七八九十]{1,2}) ?版|([A-D]?\d{1,3}) ?版|([A-D]\d{1,2}|0\d)(?![\w年月日期号.]))/u;
const STAFF =
  /(?:责任编辑|责编|美术编辑|美编|编辑|版式|组版|校对|审读|(?:执行|值班)?主编|值班(?:编委|主任))[:：/／ ]*(?:\p{Script=Han}{2,3}|\p{Script=Han} \p{Script=Han})(?:[、 ]\p{Script=Han}{2,3}(?!\p{Script=Han}))?/gu;
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+|(?:电话|热线|网址|邮箱)[:： ]*[\w.@-]*/giu;
/** Of a day that is spread over lines: 2023年, 2月, the day's large numeral. */
const PART_OF_DAY = /^ *(?:\d{4} ?年)? ?(?:\d{1,2} ?月)? ?(?:\d{1,2} ?日?)? *$/u;
/** A day beside these is of an event, a deadline or an order. */
const OTHER_DAYS =
  /时间|日期|截[止至]|期限|公示|公告|通告|文件|[令自至于起止]|前 ?$|[上下]午|\d ?[时点:：]\d?|[，。；！？“”（()）]/u;

const SENTENCE = /[，。；！？“”]/u;
/** Without one of these a line holds no sign. */
const HINT = /[\d０-９年月期号版报编校审值星周拜历CNw@]/u;
const NO_SIGNS = {
  newspaper: null,
  page: null,
  weekday: null,
  isNumbered: false,
  hasDay: false,
  isSign: false,
} as const;

const countHan = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** Reads one line as a piece of masthead; null where it cannot be one. */
export function parseMastheadSigns(text: string): MastheadSigns | null {
  if (text.length > MAX_LENGTH || SENTENCE.test(text)) return null;
  if (!HINT.test(text))
    return { ...NO_SIGNS, isPure: countHan(text) <= MAX_UNEXPLAINED && !OTHER_DAYS.test(text) };
  let rest = toPlainDigits(text);
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    rest = rest.replace(pattern, ' ');
    return found;
  };
  const drop = (pattern: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(pattern, ' ');
    return rest !== before;
  };
  const isAddress = drop(ADDRESS);
  const isNumbered = [drop(PERIODICAL_NUMBER), drop(ISSUE_NUMBER)].some(Boolean);
  const days = findPrintedDays(rest);
  for (const { words } of days) rest = rest.replace(words, ' ');
  const isLunar = drop(LUNAR);
  const weekday = take(WEEKDAY)?.[1]?.replace('天', '日') ?? null;
  drop(PAGES_IN_ALL);
  const paged = take(PAGE);
  const staffed = drop(STAFF);
  const named = take(NEWSPAPER)?.[1];
  const newspaper = (!isAddress && named) || null;
  const page = paged?.[1] ?? paged?.[2] ?? paged?.[3] ?? null;
  const isPartOfDay = /\d/u.test(rest) && drop(PART_OF_DAY);
  const hasDay = days.length > 0;
  return {
    newspaper,
    page,
    weekday,
    isNumbered: isNumbered || isLunar,
    hasDay,
    isPure: countHan(rest) <= MAX_UNEXPLAINED && !OTHER_DAYS.test(rest),
    isSign:
      [newspaper, page, weekday].some(Boolean) || isNumbered || isLunar || hasDay || staffed || isPartOfDay,
  };
}
