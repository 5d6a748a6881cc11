import { dayInShanghai, parseDay } from '../../../src/text/calendar.js';
import { formatPage } from '../../pages/issue/format-page.js';

const DAY_FIRST = /^(\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日|\d{4}))(?=$|[^\d])/u;
/** 2026-06-11T20:10:00Z: the instant of printing, told in another time zone. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u;
/** Seconds or milliseconds since 1970. */
const COUNTED = /^1\d{9}(?:\d{3})?$/u;
const PAGE = /^第?\s*([A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,3}(?=\s*版))\s*(?:$|版|[:：\s（(-])/u;
/** Programs write these where they have nothing. */
const NOTHING = /^(?:null|none|undefined|nan|n\/a|\[\]|\{\})$/iu;

/** The day (YYYY-MM-DD, in China) that a value names, with or without a time behind it; null where it names none. */
export function readDay(value: string): string | null {
  const text = value.trim();
  if (INSTANT.test(text)) return dayOf(new Date(text));
  if (COUNTED.test(text)) return dayOf(new Date(Number(text) * (text.length === 10 ? 1000 : 1)));
  return parseDay(DAY_FIRST.exec(text)?.[1] ?? text);
}

/** 01版：要闻 → 1, 001 → 1, A03 → A03; null where a value names no page. */
export const readPage = (value: string): string | null => formatPage(PAGE.exec(value.trim())?.[1]);

const dayOf = (instant: Date): string | null =>
  Number.isNaN(instant.getTime()) ? null : dayInShanghai(instant);

/** A value as text: a string or number, or a list of them with `between` between; null where it holds nothing. */
export function readWords(value: unknown, between: string): string | null {
  if (Array.isArray(value)) {
    const words = value.flatMap((one) => readWords(one, between) ?? []);
    return words.length ? words.join(between) : null;
  }
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  return text && !NOTHING.test(text) ? text : null;
}
