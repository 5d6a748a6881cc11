import { cleanLines } from '../../../pages/blocks/line.js';
import type { Box, PdfItem, PdfPage } from '../file/pdf-page.js';
import { joinItems } from './join-items.js';
import { toModernCharacters } from './radicals.js';
import { findVerticalLines } from './vertical-lines.js';

/** A line of one column: runs of text that stand beside each other without a gutter between them. */
export type TextLine = Box & {
  text: string;
  /** Of the type, in points. */
  size: number;
  font: string;
  bold: boolean;
  vertical: boolean;
  /** Its first run's place in the order of the file. */
  order: number;
};

/** A run of text with its box, not yet joined to a line. */
export type Run = TextLine & {
  lastOrder: number;
  baseline: number;
  /** Where it ends with the empty half of a mark, which may hang into the gutter and is not in its box. */
  end: number;
};

/** Shares of the size by which a character reaches over and under its baseline. */
const ASCENT = 0.86;
const DESCENT = 0.14;
/** Runs nearer than this many sizes that say the same are one, printed twice to look bold. */
const DOUBLE = 0.35;

/** The lines of a page, one for each column that a row of print crosses. */
export function buildTextLines(page: PdfPage): TextLine[] {
  const { vertical, rest } = findVerticalLines(dropDoubles(page.items.map(toRun)));
  return [...joinItems(rest, page), ...vertical].flatMap((line) => {
    const [clean] = cleanLines(line.text);
    return clean ? [{ ...line, text: clean.text }] : [];
  });
}

function toRun(item: PdfItem, order: number): Run {
  const { x, y, length, size, vertical } = item;
  const box = vertical
    ? { x0: x - size / 2, x1: x + size / 2, y0: y, y1: y + length }
    : { x0: x, x1: x + length, y0: y - ASCENT * size, y1: y + DESCENT * size };
  const hanging = !vertical && /[，。、；：！？）》”]\s*$/u.test(item.text) ? size / 2 : 0;
  return {
    ...box,
    x1: box.x1 - hanging,
    end: box.x1,
    text: toModernCharacters(item.text),
    size,
    font: item.font,
    bold: item.bold,
    vertical,
    order,
    lastOrder: order,
    baseline: y,
  };
}

/** Without the second print of what is printed twice, a hair's breadth apart. */
function dropDoubles(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const others = seen.get(run.text) ?? [];
    const near = DOUBLE * run.size;
    const isDouble = others.some(
      ({ x0, y0 }) => Math.abs(x0 - run.x0) < near && Math.abs(y0 - run.y0) < near,
    );
    if (!isDouble) seen.set(run.text, [...others, run]);
    return !isDouble;
  });
}
