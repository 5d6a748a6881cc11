import * as wording from '../../../src/domain/wording/issue-date.js';
import { joinVertical } from '../blocks/join-vertical.js';
import type { Line } from '../blocks/line.js';
import { formatPage } from './format-page.js';
import { inferDate } from './infer-date.js';
import { type Masthead, parseMasthead } from './masthead.js';
import type { PrintedWords } from './printed-words.js';

/** What the printed page says of its issue; `date` is YYYY-MM-DD. */
export type PageFacts = {
  newspaper: string | null;
  page: string | null;
  date: string | null;
  /** text: a masthead names the day; inferred: something else on the page tells it. */
  dateSource: 'text' | 'inferred' | 'none';
  /** The words that the date rests on, or why there is none, as parts of a sentence. */
  evidence: string[];
  /** Where a masthead names the day. */
  masthead: PrintedWords | null;
};

const PAGE_LINE = /^第? ?([A-D]?\d{1,3}|(?<=第 ?)[一二三四五六七八九十]{1,2}) ?版(?:[ :：].{0,8})?$/u;

/** Reads the masthead and the page number, and infers the day where no masthead names it. A year is never guessed. */
export function parsePageFacts(printed: readonly Line[]): PageFacts {
  const lines = joinVertical(printed);
  const masthead = parseMasthead(lines);
  return {
    ...findDate(lines, masthead),
    newspaper: masthead.newspaper,
    page: formatPage(masthead.page ?? findPageLine(lines)),
    masthead: masthead.day,
  };
}

function findDate(
  lines: readonly Line[],
  { day, yearless, doubts }: Masthead,
): Pick<PageFacts, 'date' | 'dateSource' | 'evidence'> {
  if (day) {
    const evidence = [wording.dayInMasthead(day, day.weekdayAgrees), ...doubts];
    return { date: day.day, dateSource: 'text', evidence };
  }
  const { date, evidence } = inferDate(lines, yearless);
  return { date, dateSource: date ? 'inferred' : 'none', evidence: [...doubts, ...evidence] };
}

/** The number of a line like 第4版 要闻; several are a list of what stands on other pages. */
function findPageLine(lines: readonly Line[]): string | null {
  const pages = new Set(lines.flatMap(({ text }) => PAGE_LINE.exec(text)?.[1] ?? []));
  const [page] = pages;
  return pages.size === 1 ? (page ?? null) : null;
}
