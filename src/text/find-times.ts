import type { DateRange } from '../domain/query.js';
import { TIME_RULES, TIME_STARTS } from './time-rules.js';

/** An expression of time in a text, resolved against the day `today`; UTF-16 offsets, end exclusive. */
type FoundTime = DateRange & {
  text: string;
  start: number;
  end: number;
  /** Counted from `today` (去年), not written out (2023年). */
  relative: boolean;
};

/** Behind these no expression begins: 三年前日本 names no day before yesterday. */
const INSIDE = /[\d年月天日周第]/u;

/** Every expression of time that the rules know, in the order of the text. Inside 《》 stands a name, not a time. */
export function findTimes(text: string, today: string): FoundTime[] {
  const searched = text.replace(/《[^》]*》/gu, (name) => '　'.repeat(name.length));
  const found: FoundTime[] = [];
  for (let at = 0; at < searched.length; ) {
    const canStart = TIME_STARTS.test(searched[at] ?? '') && !INSIDE.test(searched[at - 1] ?? '');
    const time = canStart ? resolveAt(searched, at, today) : null;
    if (time) found.push(time);
    at = time ? time.end : at + 1;
  }
  return found;
}

function resolveAt(text: string, at: number, today: string): FoundTime | null {
  for (const { pattern, relative, resolve } of TIME_RULES) {
    pattern.lastIndex = at;
    const parts = pattern.exec(text);
    const range = parts && resolve(parts.slice(1), today);
    if (range) return { ...range, text: parts[0], start: at, end: at + parts[0].length, relative };
  }
  return null;
}
