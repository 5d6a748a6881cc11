import { formatPage } from '../../../pages/issue/format-page.js';
import { findPrintedDays } from '../../../pages/issue/printed-day.js';
import { isFurniture } from '../../../pages/text/furniture-line.js';

/** Where an article was printed, as a line of its own says it; `date` is YYYY-MM-DD. */
export type SourceLine = { newspaper: string | null; date: string | null; page: string | null };

/** Characters. */
const LONGEST = 48;
const NEWSPAPER = /(?:《\s*)?(\p{Script=Han}{2,8}报(?:海外版)?)(?:\s*》)?/u;
const PAGE = /第?\s*([A-D]?\d{1,3})\s*版/u;

/** 《云江日报》（2023年2月10日 第 03 版） under a headline; null for other lines. */
export function parseSourceLine(text: string): SourceLine | null {
  if (text.length > LONGEST || /[。；！？]/u.test(text)) return null;
  const [day, second] = findPrintedDays(text);
  const page = PAGE.exec(text)?.[1];
  const newspaper = NEWSPAPER.exec(text)?.[1] ?? null;
  if (!day || second || (!page && !newspaper)) return null;
  const rest = text
    .replace(NEWSPAPER, '')
    .replace(PAGE, '')
    .replace(/来源|\d|[年月日期第版\s（）()【】[\]:：|·,，、.／/—-]|星期./gu, '');
  if (rest.length > 4 && !isFurniture(text)) return null;
  return { newspaper, date: day.day, page: formatPage(page) };
}

const PAGE_LINE =
  /^[【[（(]?第?\s*([A-D]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版\s*(?:[:：·\s].{0,10})?[】\]）)]?$/u;

/** 第03版：要闻 over the articles of a page; the page's number, null for other lines. */
export const parsePageLine = (text: string): string | null => formatPage(PAGE_LINE.exec(text)?.[1]);
