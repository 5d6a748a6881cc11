import { addDays, buildDay } from '../../../src/text/calendar.js';
import type { PrintedWords } from './printed-words.js';
import type { PrintedYear } from './printed-years.js';
import type { ReportDay } from './report-days.js';
import type { PageDay } from './signature-days.js';

/** The issue came out on `day` (YYYY-MM-DD) or later: the words that name the day, and those that tell its year. */
export type EarliestDay = { day: string; report: PrintedWords; year: PrintedWords | null };

/** A page of December speaks of the new year: so many days before a year begins it may be named. */
const NAMED_BEFORE = 200;
/** The same for a year that is said to be under way or over, and for a notice's day: reports may be older than it. */
const REPORTED_BEFORE = 60;
/** Days within which a page's news lie. */
const NEWS_SPAN = 30;
/** Months of 31 places each. */
const CIRCLE = 12 * 31;
/** 29 February returns after eight years at the latest. */
const YEARS_TRIED = 9;

/** The earliest days at which a page that says this can have been printed, the latest of them; null where no year is known. */
export function findEarliestDay(
  reports: readonly ReportDay[],
  years: readonly PrintedYear[],
  signatures: readonly PageDay[],
): EarliestDay | null {
  const latest = findLatestReport(reports.filter(({ year }) => year === null));
  const anchors = [
    ...signatures.map((place) => ({ place, from: addDays(place.day, -REPORTED_BEFORE) })),
    ...years.map((place) => ({ place, from: yearBegins(place) })),
  ];
  const resolved = anchors.flatMap(({ place, from }): EarliestDay[] => {
    const day = latest && firstSuchDay(latest, from);
    return day ? [{ day, report: latest, year: place }] : [];
  });
  const whole = reports.flatMap((report): EarliestDay[] => {
    const day = report.year && buildDay(report.year, report.month, report.date);
    return day ? [{ day, report, year: null }] : [];
  });
  const bounds = [...resolved, ...whole];
  return bounds.reduce<EarliestDay | null>((best, one) => (best && best.day >= one.day ? best : one), null);
}

/** The first day on which a page that names the year can have been printed. */
export function yearBegins({ year, isSure }: PrintedYear): string {
  return addDays(`${year}-01-01`, -(isSure ? REPORTED_BEFORE : NAMED_BEFORE));
}

/**
 * The latest of days without years: the last of those that most lie close before, around the circle of the year.
 * null where as many lie close to days far apart: then none is known to be news.
 */
export function findLatestReport(reports: readonly ReportDay[]): ReportDay | null {
  const days = countDays(reports);
  const count = (last: number) =>
    days.reduce((sum, { place, times }) => sum + (behind(last, place) <= NEWS_SPAN ? times : 0), 0);
  const most = Math.max(0, ...days.map(({ place }) => count(place)));
  const [first, ...others] = days.filter(({ place }) => count(place) === most);
  if (!first) return null;
  let latest = first;
  for (const one of others) {
    if (behind(one.place, latest.place) <= NEWS_SPAN) latest = one;
    else if (behind(latest.place, one.place) > NEWS_SPAN) return null;
  }
  return latest.report;
}

/** How many places of the circle `other` lies before `place`. */
const behind = (place: number, other: number): number => (place - other + CIRCLE) % CIRCLE;

/** Every day once, at its place on the circle, with its first report. */
function countDays(reports: readonly ReportDay[]): { place: number; times: number; report: ReportDay }[] {
  const days = new Map<number, { place: number; times: number; report: ReportDay }>();
  for (const report of reports) {
    const place = report.month * 31 + report.date;
    const known = days.get(place);
    if (known) known.times++;
    else days.set(place, { place, times: 1, report });
  }
  return [...days.values()];
}

function firstSuchDay({ month, date }: ReportDay, from: string): string | null {
  const first = Number(from.slice(0, 4));
  for (let year = first; year < first + YEARS_TRIED; year++) {
    const day = buildDay(year, month, date);
    if (day && day >= from) return day;
  }
  return null;
}
