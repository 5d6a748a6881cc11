import type { DateRange } from '../../domain/query.js';
import { addDays, buildDay, yearOf } from '../calendar.js';
import { dayRange } from './day-ranges.js';
import { lunarDay, solarTermDay } from './lunar-days.js';

type Festival = {
  /** The day itself in a year. */
  day: (year: number) => string | null;
  /** First and last day of its holiday, counted from the day itself. */
  holiday: readonly [first: number, last: number];
  /** 去年国庆 is the holiday, 去年中秋 the day. */
  usually: 'day' | 'holiday';
};

/** The holidays of three days lie now before, now around, now behind the feast: the middle is taken. */
const AROUND = [-1, 1] as const;

const onDay =
  (month: number, day: number): Festival['day'] =>
  (year) =>
    buildDay(year, month, day);
const onLunarDay =
  (month: number, day: number): Festival['day'] =>
  (year) =>
    lunarDay(year, month, day);
const festival = (
  day: Festival['day'],
  holiday: Festival['holiday'] = AROUND,
  usually: Festival['usually'] = 'day',
): Festival => ({ day, holiday, usually });

/** 腊八 and 小年 belong to the end of the lunar year: the one within the common year, or the next where it has none. */
const beforeNewYear =
  (day: number): Festival['day'] =>
  (year) => {
    const early = lunarDay(year - 1, 12, day);
    return early && yearOf(early) === year ? early : lunarDay(year, 12, day);
  };

/** 母亲节, 父亲节: the so-manieth Sunday of a month. */
const onSunday =
  (month: number, count: number): Festival['day'] =>
  (year) => {
    const first = buildDay(year, month, 1);
    if (!first) return null;
    const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
    return addDays(first, ((7 - weekday) % 7) + 7 * (count - 1));
  };

const eve: Festival['day'] = (year) => {
  const newYear = lunarDay(year, 1, 1);
  return newYear && addDays(newYear, -1);
};

/** Spring travel runs for 40 days, from the 15th before the feast. */
const FESTIVALS: Record<string, Festival> = {
  春节: festival(onLunarDay(1, 1), [-1, 5], 'holiday'),
  春运: festival(onLunarDay(1, 1), [-15, 24], 'holiday'),
  除夕: festival(eve),
  元宵: festival(onLunarDay(1, 15)),
  龙抬头: festival(onLunarDay(2, 2)),
  清明: festival((year) => solarTermDay(year, '清明')),
  端午: festival(onLunarDay(5, 5)),
  七夕: festival(onLunarDay(7, 7)),
  中元: festival(onLunarDay(7, 15)),
  中秋: festival(onLunarDay(8, 15)),
  重阳: festival(onLunarDay(9, 9)),
  冬至: festival((year) => solarTermDay(year, '冬至')),
  腊八: festival(beforeNewYear(8)),
  小年: festival(beforeNewYear(23)),
  元旦: festival(onDay(1, 1), [0, 2]),
  情人: festival(onDay(2, 14)),
  妇女: festival(onDay(3, 8)),
  植树: festival(onDay(3, 12)),
  劳动: festival(onDay(5, 1), [0, 4], 'holiday'),
  青年: festival(onDay(5, 4)),
  母亲: festival(onSunday(5, 2)),
  护士: festival(onDay(5, 12)),
  儿童: festival(onDay(6, 1)),
  父亲: festival(onSunday(6, 3)),
  建党: festival(onDay(7, 1)),
  建军: festival(onDay(8, 1)),
  教师: festival(onDay(9, 10)),
  国庆: festival(onDay(10, 1), [0, 6], 'holiday'),
  记者: festival(onDay(11, 8)),
  双十一: festival(onDay(11, 11), [-10, 0]),
  双十二: festival(onDay(12, 12), [-11, 0]),
  平安夜: festival(onDay(12, 24)),
  圣诞: festival(onDay(12, 25)),
};

const CALLED: Record<string, string> = {
  ...{ 五一: '劳动', 五四: '青年', 六一: '儿童', 七一: '建党', 八一: '建军', 十一: '国庆' },
  ...{ 三八: '妇女', 双11: '双十一', 双12: '双十二', 大年三十: '除夕', 年三十: '除夕' },
};

/** The days of a festival in a year; null for a name that is none. */
export function festivalRange(
  name: string,
  year: number,
  wanted: 'day' | 'holiday' | 'usual',
): DateRange | null {
  const found = FESTIVALS[CALLED[name] ?? name];
  const day = found?.day(year);
  if (!found || !day) return null;
  if ((wanted === 'usual' ? found.usually : wanted) === 'day') return dayRange(day);
  return { from: addDays(day, found.holiday[0]), to: addDays(day, found.holiday[1]) };
}
