import { createRequire } from 'node:module';
import { buildDay } from '../calendar.js';

/** Loaded on first need (25 ms): most texts name no feast of the lunar calendar. */
const loadCalendar = (): typeof import('tyme4ts') => createRequire(import.meta.url)('tyme4ts');

const days = new Map<string, string | null>();

/** A day of the lunar calendar, YYYY-MM-DD; the month's last one for day 30 of a shorter month, null outside 1000 to 2999. */
export function lunarDay(year: number, month: number, day: number): string | null {
  return cached(`${year}-${month}-${day}`, year, () => {
    const { LunarDay, LunarMonth } = loadCalendar();
    const last = LunarMonth.fromYm(year, month).getDayCount();
    return LunarDay.fromYmd(year, month, Math.min(day, last)).getSolarDay();
  });
}

/** A day of the solar terms, 清明 or 冬至, in a year of the common calendar. */
export function solarTermDay(year: number, term: '清明' | '冬至'): string | null {
  // The library's year of terms begins with the winter solstice before it.
  const termYear = term === '冬至' ? year + 1 : year;
  return cached(`${term}-${year}`, year, () =>
    loadCalendar().SolarTerm.fromName(termYear, term).getSolarDay(),
  );
}

type SolarDay = { getYear(): number; getMonth(): number; getDay(): number };

function cached(key: string, year: number, find: () => SolarDay): string | null {
  if (year < 1000 || year > 2999) return null;
  const known = days.get(key);
  if (known !== undefined) return known;
  const found = find();
  const day = buildDay(found.getYear(), found.getMonth(), found.getDay());
  days.set(key, day);
  return day;
}
