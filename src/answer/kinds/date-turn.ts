import { type DateRange, OPEN_FROM, OPEN_TO } from '../../domain/query.js';
import { type FoundTime, findTimes } from '../../text/find-times.js';
import type { Span } from '../../text/split-sentences.js';
import type { Evidence } from '../evidence/evidence.js';
import { cutClauses } from './cut-clauses.js';

/** What happened, by the clauses that tell it. */
export type Turn = {
  evidence: Evidence;
  span: Span;
  /** The day that the clauses tell, else the issue date; null where neither is known. */
  when: DateRange | null;
  /** Only the issue date is known. */
  isPrinted: boolean;
};

/** Characters of a turn. */
const LENGTH = 60;
/** Days; a longer time (近三年) says not when. */
const LONGEST = 370;
const YEAR = 360;
/** Stands in for an issue date that is not known; what counts from it is then left out. */
const ANY_DAY = '2000-01-01';
/** 11月18日, 2021年; not 春节前, 今年. */
const NAMES_DAYS = /\d|[〇零一二三四五六七八九十][月日]/u;

const PLANS = /计划|预计|承诺|力争|拟|目标|确保|争取|要求|[底日月]前/u;
const NAMES_YEAR = /年/u;

/** A sentence cut to the clauses that name the thing and tell the day. */
export function dateTurn(evidence: Evidence, words: readonly string[]): Turn {
  const { article, text } = evidence;
  const told = findTold(text, article.issueDate);
  const span = cutClauses(article.body, evidence.span, told ? [...words, told.text] : words, LENGTH);
  const kept = findTold(article.body.slice(span.start, span.end), article.issueDate);
  if (kept) return { evidence, span, when: { from: kept.from, to: kept.to }, isPrinted: false };
  const day = article.issueDate;
  return { evidence, span, when: day === null ? null : { from: day, to: day }, isPrinted: true };
}

/** The most exact time that a text tells, the first of equal ones. */
function findTold(text: string, issueDate: string | null): FoundTime | undefined {
  return (
    findTimes(text, issueDate ?? ANY_DAY, { in: 'article' })
      .filter((time) => NAMES_DAYS.test(time.text) && (issueDate !== null || !time.relative))
      // 承诺10月底前完成: a day without its year that is promised is none of the past.
      .filter((time) => NAMES_YEAR.test(time.text) || !PLANS.test(text.slice(0, time.end + 2)))
      // What is still to come is a plan of the day of print.
      .filter(({ from }) => issueDate === null || from <= issueDate)
      // 比2023年签约时多: a year tells when only where the text begins with it.
      .filter((time) => daysOf(time) < YEAR || time.start <= 2)
      .filter((time) => time.from !== OPEN_FROM && time.to !== OPEN_TO && daysOf(time) <= LONGEST)
      .sort((one, other) => daysOf(one) - daysOf(other))[0]
  );
}

const daysOf = ({ from, to }: DateRange): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
