import { buildDay } from '../../src/text/calendar.js';
import { isLoneDay } from './clues.js';
import type { Line } from './line.js';

/** What the printed page says of its issue; `date` is YYYY-MM-DD. */
export type PageFacts = {
  newspaper: string | null;
  page: string | null;
  date: string | null;
  /** text: a masthead names the day; inferred: the latest day under a notice. */
  dateSource: 'text' | 'inferred' | 'none';
};

const NEWSPAPER_LINE = /^《?([\p{Script=Han}]{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|周报))》?$/u;
const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})日/u;
const MASTHEAD = /星期[一二三四五六日天]|农历|第\s?\d+\s?[期号]|版/u;
const PAGE_LINE = /^第?\s*([A-D]?\d{1,3})\s*版(?:[\s:：].{0,8})?$/u;
/** Characters; a longer line with a day in it is a sentence. */
const MAX_MASTHEAD = 60;

/** Reads the masthead, the page number and the signature days of notices. A year is never guessed. */
export function parsePageFacts(lines: readonly Line[]): PageFacts {
  const masthead = lines.find(
    ({ text }) => text.length <= MAX_MASTHEAD && DAY.test(text) && MASTHEAD.test(text),
  );
  const signed = lines.flatMap(({ text }) => (isLoneDay(text) ? [findDay(text)] : []));
  const printed = masthead ? findDay(masthead.text) : null;
  const inferred =
    signed
      .filter((day): day is string => day !== null)
      .sort()
      .at(-1) ?? null;
  return {
    newspaper: firstGroup(lines, NEWSPAPER_LINE),
    page: firstGroup(lines, PAGE_LINE)?.replace(/^0+(?=\d)/u, '') ?? null,
    date: printed ?? inferred,
    dateSource: printed ? 'text' : inferred ? 'inferred' : 'none',
  };
}

function findDay(text: string): string | null {
  const found = DAY.exec(text);
  return found && buildDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

function firstGroup(lines: readonly Line[], pattern: RegExp): string | null {
  for (const { text } of lines) {
    const found = pattern.exec(text);
    if (found?.[1]) return found[1];
  }
  return null;
}
