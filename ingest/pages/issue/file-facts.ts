import { buildDay } from '../../../src/text/calendar.js';
import { formatPage } from './format-page.js';
import { findPrintedDays } from './printed-day.js';

/** What the names of a file and its folders say; `date` is YYYY-MM-DD. */
type FileFacts = { newspaper: string | null; date: string | null; page: string | null };
type NamedDay = { day: string; words: string; start: number; end: number };

/** How many names at the end of a path are read for the day: year/month/day/page. */
const NAMES_READ = 4;

const NEWSPAPER =
  /[\p{Script=Han}]{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|新报|导报|青年报|法[制治]报|农民报|周报|(?<![预通汇简海电情公剪举申填年月季旧战捷警])报)(?![纸社道告表名])(?:海外版)?/u;
/** 20230210, 2023-02/10, 2023年02月/10, TYRB20230210A03: a month or day of one digit stands between separators. */
const DAY =
  /(?:(?<![\da-zA-Z])|(?<=(?<![\da-zA-Z])[a-zA-Z]{2,8}))((?:19|20)\d{2})年?[-./_ ]?(0[1-9]|1[0-2]|(?<=[-./_年 ])[1-9](?=[-./_月 ]))月?[-./_ ]?(0[1-9]|[12]\d|3[01]|(?<=[-./_月 ])[1-9])(?:日|(?=[A-Da-d]\d{1,2}(?![\da-zA-Z])|[^\da-zA-Z版]|$))/gu;
const PAGE = /(?<!共)第?\s*([A-Da-d]?\d{1,3}|(?<=第)[一二三四五六七八九十]{1,3})\s*版/u;
const WEEKDAY = /(?:星期|周)[一二三四五六日天]/gu;
/** Stands where the day was taken out. */
const GAP = '§';
/**
 * A page's number without 版: the whole name (05), with its section at the end (_A06), or behind the day,
 * perhaps with the place on the page behind it (20191002-02-01).
 */
const BARE_PAGES: readonly RegExp[] = [
  /^(\d{2})$/u,
  /(?:^|[_\s§-])([A-Da-d]\d{1,2})$/u,
  /(?:^|[_\s§-])(?:p|page)[-_]?(\d{1,3})$/iu,
  /§[-_]?([A-Da-d]\d{1,2}|(?<=[-_])\d{2})(?:[-_]\d{1,3})?$/u,
];

/** Reads newspaper, date and page from the last names of a path: 太原日报_2023-02-10_03版.txt, 太原日报/2023-02/10/3版.txt. */
export function parseFileFacts(path: string): FileFacts {
  const tail = lastNames(path, NAMES_READ);
  const above = lastNames(path, NAMES_READ + 1)
    .split('/')
    .slice(0, -NAMES_READ);
  const named = findDay(tail);
  const names = (named ? takeOut(tail, named) : tail).split('/');
  const file = (names.at(-1) ?? '').replace(/(?:\.[a-z0-9]{1,5})+$/iu, '');
  return {
    newspaper: findNewspaper([...above, ...names]),
    date: named?.day ?? null,
    page: parsePage(file) ?? parseBarePage(file) ?? parsePage(names.at(-2) ?? ''),
  };
}

/** The words of a path that tell its day; null where none do. */
export function findDayWords(path: string): string | null {
  return findDay(lastNames(path, NAMES_READ))?.words ?? null;
}

const lastNames = (path: string, count: number): string =>
  path
    .split(/[\\/]+/)
    .filter(Boolean)
    .slice(-count)
    .join('/');

/** The day that stands nearest to the end; null where as near a second one stands, 2023-02-10至2023-02-12. */
function findDay(tail: string): NamedDay | null {
  const days = [...findNumberDays(tail), ...findPrintedDays(tail)].sort((a, b) => a.end - b.end);
  const last = days.at(-1);
  if (!last) return null;
  const nameStart = tail.lastIndexOf('/', last.end - 1) + 1;
  const rivals = days.filter(({ end, day }) => end > nameStart && day !== last.day);
  return rivals.length ? null : last;
}

function findNumberDays(tail: string): NamedDay[] {
  return [...tail.matchAll(DAY)].flatMap((parts) => {
    const day = buildDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    const [words] = parts;
    return day ? [{ day, words, start: parts.index, end: parts.index + words.length }] : [];
  });
}

/** The day's words replaced by GAP; the bounds between names stay. */
function takeOut(tail: string, { words, start, end }: NamedDay): string {
  return tail.slice(0, start) + words.replace(/[^/]+/gu, '') + GAP + tail.slice(end);
}

/** The name nearest to the file wins. */
function findNewspaper(names: readonly string[]): string | null {
  for (const name of [...names].reverse()) {
    const found = NEWSPAPER.exec(name.replace(PAGE, ' ').replace(WEEKDAY, ' '));
    if (found) return found[0];
  }
  return null;
}

const parsePage = (name: string): string | null => formatPage(PAGE.exec(name)?.[1]);

function parseBarePage(name: string): string | null {
  for (const pattern of BARE_PAGES) {
    const found = pattern.exec(name);
    if (found) return formatPage(found[1]);
  }
  return null;
}
