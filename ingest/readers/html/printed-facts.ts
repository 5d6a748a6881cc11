import { buildDay, dayInShanghai, parseDay } from '../../../src/text/calendar.js';
import { formatPage } from '../../pages/issue/format-page.js';

// What pages print of their issue: 《人民日报》（2022年01月01日 第 01 版）, 第A01版：头版, 2017年10月9日 星期一.

export type PrintedIssue = { newspaper: string; date: string | null; page: string };

const DAY = '(\\d{4})\\s*[-年./]\\s*(\\d{1,2})\\s*[-月./]\\s*(\\d{1,2})\\s*日?';
const PAGE = '(?:第\\s*)?([A-Da-d]?\\d{1,3})\\s*版';
/** Behind the name stands 》（ on pages, nothing in the article database. */
const ISSUE_LINE = new RegExp(
  `[《【]\\s*([\\p{Script=Han}]{2,12})\\s*》?\\s*[（(]?\\s*${DAY}[^版（(《]{0,12}?${PAGE}`,
  'u',
);
const PAGE_NAME = /第?\s*([A-Da-d]?\d{1,3})\s*版\s*[:：]\s*(\S[^\n]{0,30})?/u;
const WEEKDAY = '\\s*[,，]?\\s*(?:星期|周|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))';
const DATED = new RegExp(`${DAY}${WEEKDAY}`, 'u');
const ANY_DAY = new RegExp(`(?<!\\d)${DAY}(?!\\d)`, 'u');

/** The issue that a text names for its own article; null where it names none. */
export function findIssueLine(text: string): PrintedIssue | null {
  const parts = ISSUE_LINE.exec(text);
  if (!parts) return null;
  const [, newspaper = '', year, month, day, page = ''] = parts;
  return {
    newspaper,
    date: buildDay(Number(year), Number(month), Number(day)),
    page: formatPage(page),
  };
}

/** The number in 第01版：要闻; null where a text has none. */
export function findPageNumber(text: string): string | null {
  const page = PAGE_NAME.exec(text)?.[1];
  return page ? formatPage(page) : null;
}

/** The first day of a text that has its weekday, else the first day of all; YYYY-MM-DD. */
export function findDay(text: string): string | null {
  const parts = DATED.exec(text) ?? ANY_DAY.exec(text);
  return parts ? buildDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

const INSTANT = /^\s*\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})/iu;
const WRITTEN_DAY = /^\s*(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{8}(?!\d))/u;

/**
 * 2017-10-09 23:59:57, 2017-04-06 07:30:37:0, 2017年4月6日 07:30 → the day; an instant with its time zone → the day in
 * China; null for what is none.
 */
export function parseTime(text: string | null | undefined): string | null {
  const instant = new Date(INSTANT.exec(text ?? '')?.[0] ?? '');
  if (!Number.isNaN(instant.getTime())) return dayInShanghai(instant);
  return parseDay(WRITTEN_DAY.exec(text ?? '')?.[1]?.replace(/\s/gu, '') ?? '');
}

const NEWSPAPER =
  /[\p{Script=Han}]{1,10}(?:日报|晚报|早报|晨报|时报|商报|都市报|新报|导报|青年报|法[制治]报|农民报|周报|报)(?![社纸道告名])(?:海外版)?/u;

/** The newspaper that a site's title names: 科技日报--数字报, 中国旅游报社-电子报平台; null where it names none. */
export function findNewspaper(title: string): string | null {
  const bare = title.replace(/(?:数字|电子|手机)报(?:纸|刊|平台)?/gu, ' ').replace(/报社/gu, '报');
  return NEWSPAPER.exec(bare)?.[0] ?? null;
}
