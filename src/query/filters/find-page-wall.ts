import { PAGE } from './newspaper-words.js';
import { parsePage } from './parse-page.js';
import { findTimesOf, readAt, type Wall, type WallText } from './wall-text.js';

const BETWEEN = /的?(?:报纸)?的?/uy;

/** 2月10日第4版, 今天头版: a page directly behind a day. A page without a day or a newspaper may be one of a book. */
export function findPageWall({ text }: WallText): Wall | null {
  for (const { end: timeEnd } of findTimesOf(text)) {
    const at = timeEnd + (readAt(BETWEEN, text, timeEnd)?.[0].length ?? 0);
    const found = readAt(PAGE, text, at);
    if (found)
      return {
        filter: { page: parsePage(found[1] ?? '') },
        spans: [{ start: at, end: at + found[0].length }],
      };
  }
  return null;
}
