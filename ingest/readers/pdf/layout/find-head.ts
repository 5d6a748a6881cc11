import { boundsOf, isHeadingSize, overlapX, overlapY } from './measure.js';
import type { TextLine } from './text-line.js';

/**
 * A headline that is shorter than the columns that begin below it, side by side, and so stands in the way of no gutter;
 * with the decks and the author that stand alone behind it. Empty where there is none.
 */
export function findHead(lines: readonly TextLine[], bodySize: number): TextLine[] {
  const isHeading = (line: TextLine) => isHeadingSize(line, bodySize);
  const head: TextLine[] = [];
  for (;;) {
    const [only, beside] = findTopRow(without(lines, head));
    const above = head.at(-1);
    if (!only || beside || only.vertical || (above && overlapX(above, only) <= 0)) break;
    head.push(only);
  }
  const row = findTopRow(without(lines, head));
  const isOutside = (line: TextLine) => !isHeading(line) && head.every((one) => overlapX(one, line) <= 0);
  return head.some(isHeading) && row.some(isOutside) ? head : [];
}

/** The topmost line and what stands beside it. */
export function findTopRow(lines: readonly TextLine[]): TextLine[] {
  const top = lines.reduce<TextLine | undefined>(
    (one, other) => (one && one.y0 <= other.y0 ? one : other),
    undefined,
  );
  return top
    ? lines.filter((line) => line === top || overlapY(line, top) > Math.min(line.size, top.size) * 0.3)
    : [];
}

export const without = (lines: readonly TextLine[], some: readonly TextLine[]): TextLine[] =>
  some.length ? lines.filter((line) => !some.includes(line)) : [...lines];

/** Upright headlines are read from right to left, and before the column that they stand behind. */
export function leadWithUpright(columns: TextLine[][]): TextLine[][] {
  const isUpright = (column: TextLine[] | undefined) => column?.every(({ vertical }) => vertical) === true;
  const ordered: TextLine[][] = [];
  let upright: TextLine[][] = [];
  for (const column of columns) {
    if (isUpright(column)) upright.unshift(column);
    else {
      ordered.push(...upright, column);
      upright = [];
    }
  }
  if (!upright.length) return ordered;
  const at = findLed(ordered, ordered.findLastIndex(isUpright) + 1);
  return [...ordered.slice(0, at), ...upright, ...ordered.slice(at)];
}

/** An upright headline behind the last column leads all columns, or those behind the widest gap since the one before. */
function findLed(columns: readonly TextLine[][], first: number): number {
  if (first === 0) return 0;
  const boxes = columns.map(boundsOf);
  const gapBefore = (at: number) => (boxes[at]?.x0 ?? 0) - (boxes[at - 1]?.x1 ?? 0);
  let widest = columns.length - 1;
  for (let at = widest; at > first; at--) if (gapBefore(at) > gapBefore(widest) + 1) widest = at;
  return Math.max(first, widest);
}
