import type { Box } from '../file/pdf-page.js';
import { chooseGutters, findGutters, findHiddenGutter, findRuledGutters } from './find-gutters.js';
import { findHead, findTopRow, leadWithUpright, without } from './find-head.js';
import { boundsOf, findGaps, type Gap, isHeadingSize, overlapX, overlapY } from './measure.js';
import type { TextLine } from './text-line.js';

/** Lines that stand under each other in one column, from top to bottom. */
export type Strip = {
  lines: TextLine[];
  /** A drawn line parts it from the strips before. */
  isApart: boolean;
};

/** In sizes of the body's type: how much wider than between two lines a gap is that parts articles, and that parts anything. */
const WIDE_GAP = 0.7;
const BLANK = 1.5;
/** A rule parts what it is at least this share as wide as. */
const RULE_SHARE = 0.8;
/** What stands below a parting gap is at least this share as wide as the region. */
const BELOW_SHARE = 0.6;
/** Regions in regions; a printed page has some ten. */
const MAX_DEPTH = 60;

type Page = { bodySize: number; rules: readonly Box[] };

/**
 * A page's lines → strips in reading order. A region is cut where something parts it: at drawn lines and above the
 * headlines of articles that stand over each other; else at the gutters from top to bottom; else above and below what
 * stands over several columns.
 *
 *     headline over two      headline
 *     a a a | a a a       |  c c c
 *     ----------------------------
 *     headline, then columns: b | b | b
 */
export function cutPage(lines: readonly TextLine[], page: Page): Strip[] {
  return cutRegion(lines, page, 0);
}

function cutRegion(lines: readonly TextLine[], page: Page, depth: number): Strip[] {
  if (lines.length <= 1 || depth > MAX_DEPTH) return toStrip(lines);
  const bands = findGaps(lines.map(({ y0, y1 }) => ({ from: y0, to: y1 })));
  const gutters = findGutters(lines, page.bodySize);
  const ruled = findRuledGutters(gutters, lines, page);
  if (ruled.length) return cutColumns(lines, ruled, page, depth);
  const parted = bands.filter((band) => isParting(band, lines, gutters, page));
  if (parted.length) return cutRows(lines, parted, page, depth);
  const head = findHead(lines, page.bodySize);
  if (head.length) return [...toStrip(head), ...cutRegion(without(lines, head), page, depth + 1)];
  const chosen = chooseGutters(gutters, lines, page);
  if (chosen.length) return cutColumns(lines, chosen, page, depth);
  const beside = bands.filter((band) => isBesideSpanning(band, lines));
  if (beside.length) return cutRows(lines, beside, page, depth);
  const blank = usualBand(lines) + page.bodySize * BLANK;
  const wide = bands.filter(({ from, to }) => to - from > blank);
  if (wide.length) return cutRows(lines, wide, page, depth);
  const hidden = findHiddenGutter(lines, page.bodySize);
  return hidden ? cutColumns(lines, [hidden], page, depth) : toStrip(lines);
}

const toStrip = (lines: readonly TextLine[]): Strip[] =>
  lines.length ? [{ lines: [...lines].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0), isApart: false }] : [];

function cutRows(lines: readonly TextLine[], bands: readonly Gap[], page: Page, depth: number): Strip[] {
  const bounds = [Number.NEGATIVE_INFINITY, ...bands.map(({ to }) => to - 0.01), Number.POSITIVE_INFINITY];
  return bounds.slice(1).flatMap((end, row) => {
    const start = bounds[row] ?? 0;
    const inside = lines.filter(({ y0 }) => y0 >= start && y0 < end);
    const band = bands[row - 1];
    return markApart(cutRegion(inside, page, depth + 1), !!band && isRuled(band, lines, page));
  });
}

const markApart = (strips: Strip[], isApart: boolean): Strip[] =>
  strips.map((strip, index) => (index === 0 && isApart ? { ...strip, isApart } : strip));

function cutColumns(lines: readonly TextLine[], gutters: readonly Gap[], page: Page, depth: number): Strip[] {
  const bounds = [...gutters.map(({ to }) => to - 0.01), Number.POSITIVE_INFINITY];
  const columns = bounds.map((end, column) => {
    const start = column ? (bounds[column - 1] ?? 0) : Number.NEGATIVE_INFINITY;
    return lines.filter(({ x0 }) => x0 >= start && x0 < end);
  });
  return leadWithUpright(columns.filter(({ length }) => length)).flatMap((column) =>
    cutRegion(column, page, depth + 1),
  );
}

/** A rule lies in the band, or it is wide and a headline begins below it, beside which nothing else stands or which is the first on the left. */
function isParting(band: Gap, lines: readonly TextLine[], gutters: readonly Gap[], page: Page): boolean {
  if (isRuled(band, lines, page)) return true;
  if (!gutters.length) return false;
  const below = lines.filter(({ y0 }) => y0 >= band.to - 0.01);
  const [part, whole] = [boundsOf(below), boundsOf(lines)];
  // The rest of one column goes on in the next one.
  if (part.x1 - part.x0 < (whole.x1 - whole.x0) * BELOW_SHARE) return false;
  const row = findTopRow(below);
  const next = findTopRow(without(below, row));
  const isHeading = (line: TextLine) => isHeadingSize(line, page.bodySize);
  const above = lines.filter(({ y1 }) => y1 <= band.from + 0.01 && y1 > band.from - page.bodySize);
  if (row.length === 1 && row.every(isHeading) && !above.some(isHeading)) return true;
  if (band.to - band.from < usualBand(lines) + page.bodySize * WIDE_GAP) return false;
  if (row.every(isHeading) || (row.length === 1 && next.length > 0 && next.every(isHeading))) return true;
  const [first] = row.sort((a, b) => a.x0 - b.x0);
  return !!first && isHeading(first);
}

function isRuled(band: Gap, lines: readonly TextLine[], { rules }: Page): boolean {
  const { x0, x1 } = boundsOf(lines);
  return rules.some(
    (rule) =>
      rule.y0 >= band.from - 1 &&
      rule.y1 <= band.to + 1 &&
      overlapX(rule, { ...rule, x0, x1 }) >= (x1 - x0) * RULE_SHARE,
  );
}

/** The empty stretch between two lines of a column. */
function usualBand(lines: readonly TextLine[]): number {
  const sorted = [...lines].sort((a, b) => a.y0 - b.y0);
  const steps = sorted.flatMap((line, at) => {
    const next = sorted.slice(at + 1, at + 12).find((other) => overlapX(line, other) > 0);
    return next && next.y0 > line.y1 ? [next.y0 - line.y1] : [];
  });
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
}

/** Over or under the band stands a line that covers the gap between two that stand beside each other. */
function isBesideSpanning(band: Gap, lines: readonly TextLine[]): boolean {
  const above = lines.filter(({ y1 }) => Math.abs(y1 - band.from) < 0.01);
  const below = lines.filter(({ y0 }) => Math.abs(y0 - band.to) < 0.01);
  return [...above, ...below].some((line) => spans(line, lines));
}

function spans(line: TextLine, lines: readonly TextLine[]): boolean {
  const near = lines.filter(
    (other) =>
      other !== line &&
      overlapX(line, other) > 0 &&
      overlapY(line, other) <= 0 &&
      distance(line, other) < line.size * 4,
  );
  return near.some((one) =>
    near.some(
      (other) => one.x1 < other.x0 && overlapY(one, other) > 0 && line.x0 < one.x1 && line.x1 > other.x0,
    ),
  );
}

const distance = (one: Box, other: Box): number => Math.max(one.y0 - other.y1, other.y0 - one.y1);
