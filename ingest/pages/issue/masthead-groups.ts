import type { Line } from '../blocks/line.js';
import { type MastheadSigns, parseMastheadSigns } from './masthead-signs.js';

/** Neighbouring lines that hold nothing but what a masthead holds, and what they show together. */
export type MastheadGroup = {
  lines: Line[];
  newspapers: string[];
  pages: string[];
  weekdays: string[];
  isNumbered: boolean;
  /** One line holds both a day and the page's number. */
  isHeadingLine: boolean;
  /** It stands among the first or last lines of the page. */
  isAtEdge: boolean;
};

/** Blank lines that may stand inside a masthead. */
const MAX_GAP = 3;
/** Lines at each end of a page where its masthead stands. */
const EDGE = 8;
/** Far more lines than this make a list, no masthead. */
const MAX_LINES = 12;

type Read = { line: Line; signs: MastheadSigns };

/** The lines that a masthead may be made of, in groups of neighbours; a section's name between two of them belongs to it. */
export function findMastheadGroups(lines: readonly Line[]): MastheadGroup[] {
  const groups: MastheadGroup[] = [];
  let open: Read[] = [];
  let first = 0;
  const close = (end: number) => {
    while (open.length && !open.at(-1)?.signs.isSign) open.pop();
    const isAtEdge = first < EDGE || end > lines.length - EDGE;
    if (open.length && open.length <= MAX_LINES) groups.push(buildGroup(open, isAtEdge));
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    const signs = parseMastheadSigns(line.text);
    const isGap = line.gap > MAX_GAP || (!signs?.isSign && open.at(-1)?.signs.isSign === false);
    if (!signs?.isPure || isGap) close(index);
    if (!signs?.isPure || (!open.length && !signs.isSign)) continue;
    if (!open.length) first = index;
    open.push({ line, signs });
  }
  close(lines.length);
  return groups;
}

function buildGroup(reads: readonly Read[], isAtEdge: boolean): MastheadGroup {
  const distinct = (pick: (signs: MastheadSigns) => string | null) => [
    ...new Set(reads.flatMap(({ signs }) => pick(signs) ?? [])),
  ];
  return {
    lines: reads.map(({ line }) => line),
    newspapers: distinct(({ newspaper }) => newspaper),
    pages: distinct(({ page }) => page),
    weekdays: distinct(({ weekday }) => weekday),
    isNumbered: reads.some(({ signs }) => signs.isNumbered),
    isHeadingLine: reads.some(({ signs }) => signs.hasDay && signs.page !== null),
    isAtEdge,
  };
}
