import { buildDay } from '../../../src/text/calendar.js';
import type { Line } from '../blocks/line.js';
import { findDateline } from '../text/dateline.js';
import { endsOpen } from '../text/running-text.js';
import { joinLines, type PrintedWords } from './printed-words.js';

/** A day on which a report says that something happened; year null where it is not printed beside it. */
export type ReportDay = PrintedWords & { year: number | null; month: number; date: number };

/** Characters from the dateline in which a report says when. */
const LEAD = 70;
/** Lines that a lead may be spread over in print. */
const LEAD_LINES = 6;
/** 7月26—29日 is its last day. */
const DAY =
  /(?<![\d-])(?:((?:19|20)\d{2})年)?(\d{1,2})月(?:\d{1,2} ?(?:日)?[—–-]{1,2} ?)?(\d{1,2}) ?[日号]/gu;
/** Before a day that is announced, begins a span or is of another year. */
const NOT_NEWS = /(?:[将拟定订到至自从期前年]|将在|[将定拟订]于|计划|预计|截止)$/u;
const SPAN = /^(?:起|之?前|以前|止|截止|[到至—–~-]|将|开幕)/u;
/** Without a dateline only a sentence that tells of something done is a report. */
const DONE = /^[^。]*(?:了|召开|举行|举办|开展|获悉|图为|消息)/u;
const STARTS_WITH_DAY = /^(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日[，,上下晚]/u;
const DOUBTFUL = /^[^。]{0,40}(?:将于|拟于|定于|届时|报名|即日起)/u;

/** The first day in the lead of each report and caption, in the order of the page; announced days are left out. */
export function findReportDays(lines: readonly Line[]): ReportDay[] {
  return lines.flatMap((line, index) => {
    const hasDateline = findDateline(line.text) !== null;
    if (!hasDateline && !(STARTS_WITH_DAY.test(line.text) && DONE.test(line.text))) return [];
    return findInLead(takeParagraph(lines, index)) ?? [];
  });
}

function findInLead(paragraph: readonly Line[]): ReportDay | null {
  const { text, quote } = joinLines(paragraph);
  const lead = text.slice(0, LEAD);
  if (DOUBTFUL.test(lead)) return null;
  for (const parts of lead.matchAll(DAY)) {
    const [words, year, month, date] = parts;
    const end = parts.index + words.length;
    const isTold =
      !NOT_NEWS.test(lead.slice(0, parts.index).trimEnd()) && !SPAN.test(text.slice(end).trimStart());
    if (!isTold || !buildDay(Number(year ?? 2000), Number(month), Number(date))) continue;
    const day = { year: year ? Number(year) : null, month: Number(month), date: Number(date) };
    return { ...quote(parts.index, end), ...day };
  }
  return null;
}

/** The lines from a report's first to the one that ends a sentence: print spreads a lead over several. */
function takeParagraph(lines: readonly Line[], first: number): Line[] {
  const taken: Line[] = [];
  for (const line of lines.slice(first, first + LEAD_LINES)) {
    if (taken.length && findDateline(line.text) !== null) break;
    taken.push(line);
    if (!endsOpen(line.text)) break;
  }
  return taken;
}
