import type { DateRange } from '../domain/query.js';
import { readExpression } from './times/expression.js';
import { foldForTimes } from './times/fold-for-times.js';
import { mayBegin } from './times/may-begin.js';
import { isInsideWord, skipName, skipRecurring } from './times/names.js';
import { matchAt, type Reading, type Scan } from './times/reading.js';

/** An expression of time in a text, resolved against the day `today`; UTF-16 offsets, end exclusive. */
export type FoundTime = DateRange & {
  text: string;
  start: number;
  end: number;
  /** Counted from `today` (去年), not written out (2023年). */
  relative: boolean;
  /** Of the asked year or without a year (今年, 2月8日): another year may stand in for it. Never 去年, 昨天, 2023年. */
  slides: boolean;
};

/** The longest name in 《》; behind a mark that is never closed the text goes on. */
const MAX_TITLE = 80;
/** 2023年2月10日 星期五 names one day. */
const WEEKDAY = /\s?[（(]?(?:星期|周)[一二三四五六日天][）)]?/uy;

/**
 * Every expression of time, in the order of the text. In an article what has no year is the last such day on or
 * before `today`, its issue date, unless the words announce it; a question may also ask for a day near ahead.
 * A comparison leaves its other end open: OPEN_FROM, OPEN_TO (calendar.ts). Inside 《》 stands a name, not a time.
 */
export function findTimes(
  text: string,
  today: string,
  options: { readonly in: 'question' | 'article' } = { in: 'question' },
): FoundTime[] {
  const folded = foldForTimes(text);
  const found: FoundTime[] = [];
  let scan: Scan = { text: folded, today, article: options.in === 'article', anchor: null, previous: null };
  for (let at = 0; at < folded.length; ) {
    if (!mayBegin(folded, at) || isInsideWord(folded, at)) {
      at++;
      continue;
    }
    const behindName = skip(scan, at);
    const time = behindName > at ? null : readExpression(scan, at);
    if (time) {
      found.push(complete(text, at, time));
      scan = { ...scan, previous: time };
    }
    at = time ? skipWeekday(folded, time) : Math.max(behindName, at + 1);
  }
  return found;
}

const complete = (text: string, start: number, { from, to, end, relative, slides }: Reading): FoundTime => ({
  ...{ from, to, text: text.slice(start, end), start, end, relative, slides },
});

/** The end of what is no time though it begins like one: 《…》, 今日头条, 每年9月10日; `at` where there is none. */
function skip(scan: Scan, at: number): number {
  const { text } = scan;
  if (text[at] === '《') {
    const close = text.slice(at, at + MAX_TITLE).indexOf('》');
    return close < 0 ? at : at + close + 1;
  }
  const behindName = skipName(text, at);
  if (behindName > at) return behindName;
  const recurring = skipRecurring(text, at);
  return recurring > at ? (readExpression(scan, recurring)?.end ?? recurring) : at;
}

function skipWeekday(text: string, { end, grain }: Reading): number {
  return end + (grain === 'day' ? (matchAt(WEEKDAY, text, end)?.[0].length ?? 0) : 0);
}
