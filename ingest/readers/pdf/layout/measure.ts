import type { Box } from '../file/pdf-page.js';
import type { TextLine } from './text-line.js';

/** Type from this many times the body's on is a headline's, or at least a crosshead's. */
export const HEADING = 1.15;

/** The size of type that most characters are set in. */
export function findBodySize(lines: readonly TextLine[]): number {
  return findCommonest(lines, ({ size }) => Math.round(size * 4) / 4) ?? 10;
}

/** The font that most characters of a size are set in. */
export const findBodyFont = (lines: readonly TextLine[], bodySize: number): string | null =>
  findCommonest(
    lines.filter(({ size }) => Math.abs(size - bodySize) < 0.5),
    ({ font }) => font,
  );

function findCommonest<T>(lines: readonly TextLine[], pick: (line: TextLine) => T): T | null {
  const characters = new Map<T, number>();
  for (const line of lines) characters.set(pick(line), (characters.get(pick(line)) ?? 0) + line.text.length);
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

export const isHeadingSize = ({ size }: TextLine, bodySize: number): boolean => size >= bodySize * HEADING;

/** The smallest box around some. */
export const boundsOf = (boxes: readonly Box[]): Box => ({
  x0: Math.min(...boxes.map(({ x0 }) => x0)),
  x1: Math.max(...boxes.map(({ x1 }) => x1)),
  y0: Math.min(...boxes.map(({ y0 }) => y0)),
  y1: Math.max(...boxes.map(({ y1 }) => y1)),
});

/** How far two stretches overlap; negative where they stand apart. */
export const overlapX = (one: Box, other: Box): number =>
  Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
export const overlapY = (one: Box, other: Box): number =>
  Math.min(one.y1, other.y1) - Math.max(one.y0, other.y0);

/** An empty stretch between two that are not. */
export type Gap = { from: number; to: number };

/** The stretches that no box covers, between the first and the last box. */
export function findGaps(stretches: readonly Gap[]): Gap[] {
  const gaps: Gap[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    if (from > end) gaps.push({ from: end, to: from });
    end = end === Number.POSITIVE_INFINITY ? to : Math.max(end, to);
  }
  return gaps;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
