import type { PdfPage } from '../file/pdf-page.js';
import type { Run, TextLine } from './text-line.js';

/** Shares of the size: runs of one row stand on one baseline, and are of one size but for figures and marks. */
const SAME_BASELINE = 0.3;
const SAME_SIZE = 1.3;
/** Sizes: what is nearer is the same line, what is farther another column, unless other lines tell otherwise. */
const TOUCHING = 0.05;
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
  const touching = joinRows(runs, touches);
  const near = joinRows(touching, createJudge(touching, page, NEAR));
  return joinRows(near, createJudge(near, page, FAR)).map(
    ({ lastOrder: _, baseline: __, end: ___, ...line }) => line,
  );
}

const joinRows = (runs: readonly Run[], isOneLine: (left: Run, right: Run) => boolean): Run[] =>
  findRows(runs).flatMap((row) => splitRow(row, isOneLine));

/** Sizes between the ends of two runs; a mark's own room counts to the mark. */
const gapOf = (left: Run, right: Run): number => (right.x0 - left.end) / Math.max(left.size, right.size);

/** Runs on one baseline and of one size, from left to right. */
function findRows(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0)) {
    const row = rows.slice(-40).findLast(([first]) => first && isOneRow(first, run));
    if (row) row.push(run);
    else rows.push([run]);
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
    end: Math.max(left.end, right.end),
    y0: Math.min(left.y0, right.y0),
    y1: Math.max(left.y1, right.y1),
    order: Math.min(left.order, right.order),
    lastOrder: right.lastOrder,
    baseline: left.baseline,
  };
}

/**
 * Tells whether two runs of a row are one line. A gutter has a rule drawn in it, or lines that end at it on its left and
 * begin at it on its right (one of each where the file does not write the two in succession); through a space inside a line other lines of the same size run.
 */
function createJudge(
  runs: readonly Run[],
  { rules }: Pick<PdfPage, 'rules'>,
  widest: number,
): (left: Run, right: Run) => boolean {
  const sorted = [...runs].sort((a, b) => a.baseline - b.baseline);
  return (left, right) => {
    const gap = gapOf(left, right);
    if (touches(left, right)) return true;
    if (gap > widest) return false;
    const size = Math.max(left.size, right.size);
    const isRuled = rules.some(
      ({ x0, x1, y0, y1 }) =>
        x1 - x0 < size && x0 >= left.x1 - 1 && x1 <= right.x0 + 1 && y0 <= left.y1 && y1 >= left.y0,
    );
    if (isRuled) return false;
    const around = within(sorted, left.baseline - AROUND * size, left.baseline + AROUND * size);
    const alike = around.filter((run) => Math.max(run.size, size) <= Math.min(run.size, size) * SAME_SIZE);
    if (bordersGap(left, right, size, alike, follows(left, right) ? GUTTER_LINES : 1)) return false;
    if (!follows(left, right) && bordersGap(left, right, size, around, GUTTER_LINES)) return false;
    if (gap <= NEAR) return true;
    if (alike.some((run) => run.x0 < left.x1 && run.x1 > right.x0)) return true;
    return follows(left, right) && gap <= FOLLOWS;
  };
}

/** Those of some in the order of their baselines that stand between two heights. */
function within(sorted: readonly Run[], from: number, to: number): Run[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.baseline ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: Run[] = [];
  for (let at = low; at < sorted.length && (sorted[at]?.baseline ?? 0) <= to; at++)
    found.push(sorted[at] as Run);
  return found;
}

function bordersGap(left: Run, right: Run, size: number, around: readonly Run[], needed: number): boolean {
  const others = around.filter((run) => run !== left && run !== right);
  const before = others.filter(({ x1 }) => x1 > left.x1 - 2 * size && x1 <= right.x0);
  const behind = others.filter(({ x0 }) => x0 >= left.x1 && x0 < right.x0 + 2.5 * size);
  return Math.min(before.length, behind.length) >= needed;
}

/** Nothing lies between them; a mark that hangs into the gutter touches what is not of its line. */
const touches = (left: Run, right: Run): boolean =>
  gapOf(left, right) <= TOUCHING && (left.end === left.x1 || follows(left, right));

const follows = (left: Run, right: Run): boolean => right.order - left.lastOrder === 1;
