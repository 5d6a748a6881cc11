import type { Line } from '../blocks/line.js';
import { readNumber, toPlainDigits } from './printed-day.js';
import type { PrintedWords } from './printed-words.js';

/** A year that the page speaks of and that has begun, as far as the words around it tell. */
export type PrintedYear = PrintedWords & {
  year: number;
  /** The words say that it is over or under way (截至2025年1月底, 总结2024年工作). */
  isSure: boolean;
};

const YEAR = /(?<![\d.—–~-])((?:19|20)\d{2}|[一二][〇零九][〇零一二三四五六七八九]{2}) ?年/gu;
const AHEAD = /(?:到|至|力争|预计|预期|计划|拟|将[于在]?|争取|确保|目标|规划|展望|面向|迈向|定于)$/u;
const LATER =
  /^(?:\d{1,2} ?月)?(?:份|[初中底末])?(?:之?前|以前|底|末|远景|建成|竣工|完工|通车|投产|投用|实现|到期|届满|起|版|将)/u;
const SURE_BEFORE = /(?:截至|总结|回顾|通报|听取)$/u;
const SURE_AFTER = /^[^，。；]{0,6}以来/u;

/** Every year printed in the text, but those that the words set in the future. */
export function findPrintedYears(lines: readonly Line[]): PrintedYear[] {
  return lines.flatMap(({ text: printed, numbers }) => {
    const text = toPlainDigits(printed);
    return [...text.matchAll(YEAR)].flatMap((parts) => {
      const [words, numeral] = parts;
      const before = text.slice(Math.max(0, parts.index - 6), parts.index).trimEnd();
      const after = text.slice(parts.index + words.length, parts.index + words.length + 16);
      const isSure = SURE_BEFORE.test(before) || SURE_AFTER.test(after);
      if (!isSure && (AHEAD.test(before) || LATER.test(after))) return [];
      const place = { lines: numbers, words: printed.slice(parts.index, parts.index + words.length) };
      return [{ ...place, year: readNumber(numeral), isSure }];
    });
  });
}
