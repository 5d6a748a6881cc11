import type { PdfPage } from '../file/pdf-page.js';
import type { Run, TextLine } from './text-line.js';

/** Shares of the size: runs of one row stand on one baseline, and are of one size but for figures and marks. */
const SAME_BASELINE = 0.3;
const SAME_SIZE = 1.3;
/** Sizes: what is nearer is the same line, what is farther is another column unless other lines tell otherwise. */
const NEAR = 0.7;
const FAR = 3.5;
/** In the order of the file two runs that follow each other with no more between them are one line. */
const FOLLOWS = 2.2;
/** From this share of a size on a gap is shown as a space. */
const SPACE = 0.3;
/** Sizes over and under a gap that tell whether it is a gutter; so many lines on each side make it one. */
const AROUND = 9;
const GUTTER_LINES = 3;

/** Runs → lines: what stands in a row is joined unless a gutter runs through the gap. */
export function joinItems(runs: readonly Run[], page: Pick<PdfPage, 'rules'>): TextLine[] {
  const near = findRows(runs).flatMap((row) => splitRow(row, (left, right) => gapOf(left, right) <= NEAR));
  const rows = findRows(near);
  const isOneLine = (left: Run, right: Run) => !isGutter(left, right, near, page);
  return rows
    .flatMap((row) => splitRow(row, isOneLine))
    .map(({ lastOrder: _, baseline: __, ...line }) => line);
}

const gapOf = (left: Run, right: Run): number => (right.x0 - left.x1) / Math.max(left.size, right.size);

/** Runs on one baseline and of one size, from left to right. */
function findRows(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  const open: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0)) {
    const row = open.findLast(([first]) => first && isOneRow(first, run));
    if (row) row.push(run);
    else {
      open.push([run]);
      rows.push(open.at(-1) ?? []);
      if (open.length > 40) open.shift();
    }
  }
  return rows.map((row) => row.sort((a, b) => a.x0 - b.x0));
}

function isOneRow(first: Run, run: Run): boolean {
  const [small, large] = [Math.min(first.size, run.size), Math.max(first.size, run.size)];
  return Math.abs(first.baseline - run.baseline) <= small * SAME_BASELINE && large <= small * SAME_SIZE;
}

function splitRow(row: readonly Run[], isOneLine: (left: Run, right: Run) => boolean): Run[] {
  const lines: Run[] = [];
  for (const run of row) {
    const last = lines.at(-1);
    if (last && isOneLine(last, run)) lines[lines.length - 1] = joinRuns(last, run);
    else lines.push(run);
  }
  return lines;
}

function joinRuns(left: Run, right: Run): Run {
  const isSpaced = gapOf(left, right) >= SPACE && !/\s$/u.test(left.text) && !/^\s/u.test(right.text);
  const longer = left.text.length >= right.text.length ? left : right;
  return {
    ...longer,
    text: left.text + (isSpaced ? ' ' : '') + right.text,
    x0: left.x0,
    x1: Math.max(left.x1, right.x1),
    y0: Math.min(left.y0, right.y0),
    y1: Math.max(left.y1, right.y1),
    order: Math.min(left.order, right.order),
    lastOrder: right.lastOrder,
    baseline: left.baseline,
  };
}

/**
 * A gutter has a line drawn in it, or lines that end at it on its left and begin at it on its right; through a space
 * inside a line other lines of the same size run.
 */
function isGutter(left: Run, right: Run, all: readonly Run[], { rules }: Pick<PdfPage, 'rules'>): boolean {
  const gap = gapOf(left, right);
  if (gap <= NEAR) return false;
  if (gap > FAR) return true;
  const size = Math.max(left.size, right.size);
  const isRuled = rules.some(
    ({ x0, x1, y0, y1 }) =>
      x1 - x0 < size && x0 >= left.x1 && x1 <= right.x0 && y0 <= left.y1 && y1 >= left.y0,
  );
  if (isRuled) return true;
  const around = all.filter(
    (run) => Math.abs(run.baseline - left.baseline) <= AROUND * size && run !== left && run !== right,
  );
  const alike = around.filter((run) => Math.max(run.size, size) <= Math.min(run.size, size) * SAME_SIZE);
  if (bordersGap(left, right, size, alike)) return true;
  if (bordersGap(left, right, size, around) && !follows(left, right)) return true;
  if (alike.some((run) => run.x0 < left.x1 && run.x1 > right.x0)) return false;
  return !(follows(left, right) && gap <= FOLLOWS);
}

function bordersGap(left: Run, right: Run, size: number, around: readonly Run[]): boolean {
  const before = around.filter(({ x1 }) => x1 > left.x1 - 2 * size && x1 <= right.x0);
  const behind = around.filter(({ x0 }) => x0 >= left.x1 && x0 < right.x0 + 2.5 * size);
  return Math.min(before.length, behind.length) >= GUTTER_LINES;
}

const follows = (left: Run, right: Run): boolean => right.order - left.lastOrder === 1;
