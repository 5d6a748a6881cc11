import { buildDay } from '../../src/text/calendar.js';

/** What the names of a file and its folders say; `date` is YYYY-MM-DD. */
type FileFacts = { newspaper: string | null; date: string | null; page: string | null };

/** How many names at the end of a path are read: newspaper/year/day/file. */
const NAMES_READ = 4;

const NEWSPAPER =
  /[\p{Script=Han}]{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|新报|快报|导报|青年报|法制报|法治报|农民报|周报|报)(?:海外版)?/u;
const DATE =
  /(?<![\da-zA-Z])((?:19|20)\d{2})[-./_年]?(0[1-9]|1[0-2]|(?<=[-./_年])[1-9])[-./_月]?(0[1-9]|[12]\d|3[01]|(?<=[-./_月])[1-9])日?(?![\da-zA-Z])/u;
const PAGE = /第?\s*([A-Da-d]?\d{1,3})\s*版/u;
/** A whole file name that is a page's number (05), or ends in one with its section (_A06). */
const BARE_PAGE = /^(\d{2})$|(?:^|[_\s-])([A-Da-d]\d{1,2})$/u;

/** Reads newspaper, date and page from the last names of a path: 太原日报_2023-02-10_03版.txt, 太原日报/2023-02/10/3版.txt. */
export function parseFileFacts(path: string): FileFacts {
  const names = path
    .split(/[\\/]+/)
    .filter(Boolean)
    .slice(-NAMES_READ);
  const tail = names.join('/');
  const file = (names[names.length - 1] ?? '').replace(/(?:\.[a-z0-9]{1,5})+$/iu, '');
  return {
    newspaper: findNearest(names, NEWSPAPER),
    date: parseDate(tail),
    page: parsePage(file) ?? parseBarePage(file) ?? parsePage(names[names.length - 2] ?? ''),
  };
}

/** The name nearest to the file wins. */
function findNearest(names: readonly string[], pattern: RegExp): string | null {
  for (const name of [...names].reverse()) {
    const found = pattern.exec(name);
    if (found) return found[0];
  }
  return null;
}

function parseDate(tail: string): string | null {
  const found = DATE.exec(tail);
  return found && buildDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

function parsePage(name: string): string | null {
  return formatPage(PAGE.exec(name.replace(DATE, ''))?.[1]);
}

function parseBarePage(name: string): string | null {
  const found = BARE_PAGE.exec(name);
  return formatPage(found?.[1] ?? found?.[2]);
}

/** 04 → 4; a section's page is printed with its zero: A06. */
function formatPage(page: string | undefined): string | null {
  return page ? page.toUpperCase().replace(/^0+(?=\d)/u, '') : null;
}
