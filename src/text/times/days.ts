import { addDays } from '../calendar.js';
import { dayRange, weekDays } from './day-ranges.js';
import { matchAt, type Reader } from './reading.js';

const DAY = /(大前|大后|前|昨|今|明|后)天|(前|昨|今|明)(?:[日晚]|[夜早晨])/uy;
const DAYS: Record<string, number> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2, 大后: 3 };
const TWO_DAYS = /(今明|昨今)两?[天日]/uy;

/** 今天, 昨晚, 大前天, 今明两天. */
export const readDay: Reader = ({ text, today }, at) => {
  const two = matchAt(TWO_DAYS, text, at);
  const parts = two ?? matchAt(DAY, text, at);
  if (!parts) return null;
  const steps = DAYS[(parts[1] ?? parts[2] ?? '').slice(0, two ? 1 : 2)] ?? 0;
  const range = dayRange(addDays(today, steps));
  if (!range) return null;
  const to = two ? addDays(range.from, 1) : range.to;
  return { from: range.from, to, end: at + parts[0].length, grain: 'day', relative: true, slides: false };
};

const WEEK = /(上上|下下|上|下|这|本)(?:一?个)?(?:周|星期|礼拜)(?:([一二三四五六日天])|(末))?/uy;
const WEEKDAY = /(?:周|星期|礼拜)([一二三四五六日天])/uy;

/** 上周, 本周五, 下下周末; 周一 alone is of this week, which begins on Monday. 周末 alone says how often, not when. */
export const readWeek: Reader = ({ text, today, anchor }, at) => {
  const week = matchAt(WEEK, text, at);
  const parts = week ?? matchAt(WEEKDAY, text, at);
  if (!parts) return null;
  const word = week?.[1] ?? '';
  const steps = word.startsWith('上') ? -word.length : word.startsWith('下') ? word.length : 0;
  const day = week ? week[2] : parts[1];
  const weekday = day ? Math.min(6, '一二三四五六日天'.indexOf(day)) : null;
  const first = weekday ?? (week?.[3] ? 5 : 0);
  const range = weekDays(addDays(week ? today : (anchor ?? today), 7 * steps), first, weekday ?? 6);
  return {
    ...range,
    end: at + parts[0].length,
    grain: weekday === null ? 'week' : 'day',
    relative: true,
    slides: false,
  };
};
