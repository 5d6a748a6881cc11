import * as wording from '../../../src/domain/wording/issue-date.js';
import { addDays, buildDay } from '../../../src/text/calendar.js';
import type { Line } from '../blocks/line.js';
import { findEarliestDay, findLatestReport, yearBegins } from './earliest-day.js';
import { weekdayOf, type YearlessDay } from './masthead.js';
import { findPrintedYears, type PrintedYear } from './printed-years.js';
import { findReportDays, type ReportDay } from './report-days.js';
import { findSignatureDays, findToday, type PageDay } from './signature-days.js';

/** YYYY-MM-DD, null where the page does not tell the day; `evidence` are parts of a sentence. */
export type InferredDate = { date: string | null; evidence: string[] };

type Clues = { reports: ReportDay[]; years: PrintedYear[]; signatures: PageDay[] };

/** Days after its latest report on which a page may come out: a daily's news are of the days before. */
const NEWS_LAST = 7;
/** A report older than this many days is no news but history. */
const NEWS_AGE = 60;
/** Of a page that holds nothing but notices the latest so many are tried. */
const NOTICES = 20;
const HALF_YEAR = 183;

/**
 * The day that a page without a dated masthead tells of itself: a day that it calls today, the signature of a notice that
 * fits its reports, a masthead's day without a year. Reports alone give only the day before which it cannot have been
 * printed: that is evidence for a person, no date.
 */
export function inferDate(lines: readonly Line[], yearless: YearlessDay | null): InferredDate {
  const clues: Clues = {
    reports: keepNews(findReportDays(lines)),
    years: distinct(findPrintedYears(lines), ({ year, isSure }) => `${year} ${isSure}`),
    signatures: findSignatureDays(lines).slice(0, NOTICES),
  };
  return (
    inferFromToday(findToday(lines), clues) ??
    (yearless && inferFromWeekday(yearless, clues)) ??
    inferFromSignatures(clues) ?? { date: null, evidence: explainUnknown(clues) }
  );
}

/** Of days without a year only the latest, where it is known: the others may be history. */
function keepNews(reports: readonly ReportDay[]): ReportDay[] {
  const latest = findLatestReport(reports.filter(({ year }) => year === null));
  const news = reports.filter((report) => latest === null || report.year !== null || report === latest);
  return distinct(news, ({ year, month, date }) => `${year} ${month} ${date}`);
}

function distinct<T>(values: readonly T[], key: (value: T) => string): T[] {
  const first = new Map<string, T>();
  for (const value of values) if (!first.has(key(value))) first.set(key(value), value);
  return [...first.values()];
}

function inferFromToday(days: readonly PageDay[], clues: Clues): InferredDate | null {
  const found = days.find(({ day }) => fits(day, clues, true));
  return found ? { date: found.day, evidence: [wording.dayCalledToday(found)] } : null;
}

/** A masthead's 2月10日 星期五 is of the latest year that the page speaks of, if the weekday agrees. */
function inferFromWeekday(yearless: YearlessDay, clues: Clues): InferredDate | null {
  const { month, date, weekday } = yearless;
  const [first, ...others] = clues.years;
  if (!first) return null;
  const latest = others.reduce((best, one) => (one.year > best.year ? one : best), first);
  const day = buildDay(latest.year, month, date);
  if (!day || weekdayOf(day) !== weekday || !fits(day, clues, true)) return null;
  return { date: day, evidence: [wording.yearFromWeekday(yearless, latest)] };
}

/**
 * Of notices signed on several days the latest that fits, one with news around it first: a page comes out when the
 * last of them is signed.
 */
function inferFromSignatures(clues: Clues): InferredDate | null {
  const fitting = clues.signatures.filter(({ day }) => fits(day, clues, false));
  const found = fitting.find(({ day }) => findNews(day, clues.reports)) ?? fitting[0];
  if (!found) return null;
  const report = findNews(found.day, clues.reports);
  const evidence = [wording.dayUnderNotice(found), ...(report ? [wording.latestReport(report)] : [])];
  return { date: found.day, evidence };
}

/**
 * Whether a page with these reports and years can have come out on the day. A notice signed on the day of the latest
 * report may be printed that day or the next: only one signed after it tells the day.
 */
function fits(day: string, { reports, years }: Clues, isToday: boolean): boolean {
  if (years.some((year) => yearBegins(year) > day)) return false;
  const news = findNews(day, reports);
  if (!news) return true;
  const latest = dayNear(news, day);
  return (isToday ? latest <= day : latest < day) && addDays(latest, NEWS_LAST) >= day;
}

/** The latest report that is news around the day, or after it. */
function findNews(day: string, reports: readonly ReportDay[]): ReportDay | null {
  const oldest = addDays(day, -NEWS_AGE);
  const news = reports.filter((report) => dayNear(report, day) >= oldest);
  return news.reduce<ReportDay | null>(
    (best, one) => (best && dayNear(best, day) >= dayNear(one, day) ? best : one),
    null,
  );
}

/** The report's day in its own year, or in the one that brings it nearest. */
function dayNear({ year, month, date }: ReportDay, day: string): string {
  const near = Number(day.slice(0, 4));
  const days = (year ? [year] : [near - 1, near, near + 1]).flatMap(
    (one) => buildDay(one, month, date) ?? [],
  );
  const after = addDays(day, -HALF_YEAR);
  return days.find((one) => year || one >= after) ?? '';
}

/** What can be said where the day cannot: before which day the page was not printed, or that it names no year. */
function explainUnknown({ reports, years, signatures }: Clues): string[] {
  const unhelpful = signatures.slice(0, 1).map(wording.notDayOfIssue);
  const bound = findEarliestDay(reports, years, signatures);
  if (bound) return [...unhelpful, wording.notBefore(bound.day, bound.report, bound.year)];
  const latest = findLatestReport(reports);
  return [...unhelpful, ...(latest ? [wording.yearUnknown(latest)] : [])];
}
