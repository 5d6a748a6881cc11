import type { Box } from '../file/pdf-page.js';
import { findHead } from './find-head.js';
import { boundsOf, findGaps, type Gap, isHeadingSize, overlapY } from './measure.js';
import type { TextLine } from './text-line.js';

/** In sizes of the body's type: the narrowest gutter. */
const GUTTER = 0.4;
/** A rule parts what it is at least this share as high as. */
const RULE_SHARE = 0.8;

type Page = { bodySize: number; rules: readonly Box[] };

/** The gaps between columns that run through a region from top to bottom. */
export function findGutters(lines: readonly TextLine[], bodySize: number): Gap[] {
  const gaps = findGaps(lines.map(({ x0, x1 }) => ({ from: x0, to: x1 })));
  return gaps.filter(({ from, to }) => to - from >= bodySize * GUTTER);
}

/** Those of them in which a line is drawn. */
export function findRuledGutters(
  gutters: readonly Gap[],
  lines: readonly TextLine[],
  { rules }: Page,
): Gap[] {
  const { y0, y1 } = boundsOf(lines);
  return gutters.filter((gutter) =>
    rules.some(
      (rule) =>
        rule.x0 >= gutter.from - 1 &&
        rule.x1 <= gutter.to + 1 &&
        overlapY(rule, { ...rule, y0, y1 }) >= (y1 - y0) * RULE_SHARE,
    ),
  );
}

/** Where a headline reaches over several columns beside one, that one comes first. */
export function chooseGutters(
  gutters: readonly Gap[],
  lines: readonly TextLine[],
  page: Page,
): readonly Gap[] {
  const beside = gutters.find(({ to }) =>
    [lines.filter(({ x0 }) => x0 < to - 0.01), lines.filter(({ x0 }) => x0 >= to - 0.01)].some(
      (part) => findHead(part, page.bodySize).length > 0,
    ),
  );
  return beside ? [beside] : gutters;
}

/** Where nothing else cuts: the gutter that the fewest lines cross, none of them of running text. */
export function findHiddenGutter(lines: readonly TextLine[], bodySize: number): Gap | null {
  const running = lines.filter((line) => !isHeadingSize(line, bodySize) && line.x1 - line.x0 > bodySize * 4);
  const gaps = findGutters(running, bodySize);
  const crossing = ({ from, to }: Gap) => lines.filter(({ x0, x1 }) => x0 < from && x1 > to).length;
  const [best] = gaps.sort((a, b) => crossing(a) - crossing(b));
  return best ?? null;
}
