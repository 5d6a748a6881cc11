import { type FoundTime, findTimes } from '../../text/find-times.js';
import type { Value } from './value.js';

/** A time in a text, counted from the issue date; without one only what is written out has days. */
export type SpokenTimeValue = Value & {
  kind: 'time';
  text: string;
  from: string;
  to: string;
  /** Its year is not written and the issue date is not known. */
  isFloating: boolean;
  /** 9月1日, 第三季度: the year is the nearest, which may be the one before or the one of the issue. */
  isYearless: boolean;
  issueYear: string | null;
  /** Means another day to who reads it later: 今年, 昨日. */
  isDeictic: boolean;
};

const DEICTIC =
  /[今昨明](?:[年天日晚晨早]|后)|[去前后](?:年|天)|前日|上个?(?:月|周|星期|季度)|下个?(?:月|周|星期)|本(?:年|月|周|季)|这个?(?:月|周|星期)|同期/u;
/** One year or one part of it: both ends of 1987年至1996年 are told and must be right. */
export const ONE_SPAN = /^(?![近前过])[^至到\-—~～]*[年月份季度半旬]$/u;
/** Any day will do where only what is written out counts. */
const NO_DAY = '2000-06-15';

export function findSpokenTimes(folded: string, issueDate: string | null): SpokenTimeValue[] {
  return findTimes(folded, issueDate ?? NO_DAY, { in: 'article' }).map((time) => ({
    kind: 'time',
    ...time,
    isFloating: issueDate === null && isWithoutYear(time),
    isYearless: isWithoutYear(time) && !DEICTIC.test(time.text),
    issueYear: issueDate?.slice(0, 4) ?? null,
    isDeictic: DEICTIC.test(time.text),
  }));
}

const isWithoutYear = ({ relative, slides }: FoundTime): boolean => relative || slides;

/** Whether the evidence's time says the sentence's: the same days, or days inside a coarser span (9日 inside 2月). */
export function saysTime(said: SpokenTimeValue, evidence: SpokenTimeValue): boolean {
  if (said.isFloating || evidence.isFloating) return said.text === evidence.text;
  if (said.from === evidence.from && said.to === evidence.to) return true;
  if (ONE_SPAN.test(said.text) && said.from <= evidence.from && evidence.to <= said.to) return true;
  if (
    !evidence.isYearless ||
    said.from.slice(4) !== evidence.from.slice(4) ||
    said.to.slice(4) !== evidence.to.slice(4)
  )
    return false;
  return said.isYearless || said.from.slice(0, 4) === evidence.issueYear;
}
