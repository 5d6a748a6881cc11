import { type DateRange, OPEN_FROM, OPEN_TO } from '../domain/query.js';
import { parseDay } from '../text/calendar.js';
import { findTimes } from '../text/find-times.js';

/** 2-10, 2/10, 2.10, 0210: month and day of the last year in which it has been. */
const MONTH_AND_DAY = /^(?:(\d{1,2})[-/.](\d{1,2})|(\d{2})(\d{2}))$/;
/** 23-2-10, 23年2月10日 */
const SHORT_YEAR = /^(\d{2})(?=(?:[-/.]\d{1,2}[-/.]|年\d{1,2}月)\d{1,2}日?$)/;
const AROUND = /^(?:在|看)|(?:这一?天|那一?天|当天)?的?(?:报纸|报|那期|这期)?$/gu;

/**
 * The day or the span of days that a person typed as a whole (2023-02-10, 2023年2月10号, 2/10, 昨天, 2023年2月), counted
 * from `today`; null for anything else.
 */
export function parseTypedDays(text: string, today: string): DateRange | null {
  const typed = complete(text.normalize('NFKC').trim().replace(AROUND, '').trim());
  const day = parseDay(typed);
  if (day !== null) return { from: day, to: day };
  // What has no year is the last such day, as in an article: an issue of the future is not held.
  const [time, ...more] = findTimes(typed, today, { in: 'article' });
  const isWhole = time !== undefined && more.length === 0 && time.text.length === typed.length;
  if (!isWhole || time.from <= OPEN_FROM || time.to >= OPEN_TO) return null;
  return { from: time.from, to: time.to };
}

/** The same where it is one day. */
export function parseTypedDay(text: string, today: string): string | null {
  const days = parseTypedDays(text, today);
  return days !== null && days.from === days.to ? days.from : null;
}

function complete(text: string): string {
  const joined = text.replace(/(?<=\d)\s+(?=\d)/g, '-').replace(/(?<=[年月])\s+|\s+(?=[年月日号])/gu, '');
  const short = MONTH_AND_DAY.exec(joined);
  if (short) return `${Number(short[1] ?? short[3])}月${Number(short[2] ?? short[4])}日`;
  return joined.replace(SHORT_YEAR, '20$1').replace(/号$/u, '日');
}
