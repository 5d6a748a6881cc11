import type { DateRange } from '../../domain/query.js';

/** What findTimes reads from: the text with digits and variants folded one unit for one, and the two clocks. */
export type Scan = {
  readonly text: string;
  /** The day on which the words were written. */
  readonly today: string;
  /** An article tells what has been; a question may also ask for what is near ahead. */
  readonly article: boolean;
  /** In 2月6日至27日 the second day is looked for from the first one on, not near today. */
  readonly anchor: string | null;
  /** What was found before in the same text: 去年同期 is the same days of another year. */
  readonly previous: Reading | null;
};

/** How fine the words are: decides what 以前, 前后 and 至 make of them. */
type Grain = 'day' | 'week' | 'month' | 'year' | 'festival' | 'span';

/** An expression read to its end (exclusive). */
export type Reading = DateRange & { end: number; relative: boolean; slides: boolean; grain: Grain };

/** A part of a year or a month still without it: 第一季度, 春节期间, 2月8日. */
export type PartOfYear = {
  end: number;
  grain: Grain;
  build: (year: number) => DateRange | null;
  /** Speaks of what is over: 前三季度 without a year is never of a year that has just begun. */
  over?: boolean;
};
export type PartOfMonth = {
  end: number;
  grain: Grain;
  build: (year: number, month: number) => DateRange | null;
};

/** Reads the expression that begins at `at`; null where none does. */
export type Reader = (scan: Scan, at: number) => Reading | null;

/** A sticky pattern tried at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
