import type { HeadlineGroup, Thread } from '../reading/thread.js';
import type { HeadlineLine } from './headline-lines.js';

/**
 * What speaks for lines being the headline of a body, besides the share of their rare pairs that stand in it (up to 1).
 * A headline gets nothing for standing somewhere alone: what it says must go with where it stands.
 */
export const HEADLINE_POINTS = {
  /** Over the body, next to it; over it with other lines between. */
  over: 0.45,
  overFar: 0.2,
  /** Between two pieces of the body. */
  inside: 0.4,
  /** Behind the body, next to it; behind it with other lines between. */
  below: 0.35,
  belowFar: 0.2,
  caption: -0.35,
  captionOver: -0.2,
  /** A further line that stands tight below the one before; a cut between such lines. */
  tightLine: 0.1,
  tightCut: -0.3,
  /** Headlines with fewer points are not tried. */
  least: -0.1,
  /** What a headline must have to be given to a body. */
  needed: -0.42,
  /** A further line that says something of the body, or nothing of it. */
  furtherLine: 0.07,
  strangeLine: -0.22,
  /** For a further line, the share that it has in another body beyond that in this one. */
  foreignLine: -0.8,
  /** A short line at the top that says nothing of the body is a label rather than a deck. */
  strangeShortTop: -0.3,
  /** More than three lines, each. */
  manyLines: -0.3,
  labelAsHeadline: -0.4,
  placeAlone: -0.4,
  /** A line as a column's label. */
  labelAsLabel: 0.1,
  otherAsLabel: -0.2,
  /** A line that belongs to no article. */
  unused: -0.4,
};

/** So many lines make a headline with its decks. */
const USUAL_LINES = 3;
/** A line says something of a body from this share on. */
const SAYS_SOMETHING = 0.12;
/** Characters of a column's name, at most. */
const SHORT = 10;
const LONGEST_LABEL = 12;

/** Lines `from` to `to` (exclusive) of a group as the headline of a thread: above 0 where they are likelier that than nothing. */
export function weighSegment(
  lines: readonly HeadlineLine[],
  from: number,
  to: number,
  number: number,
  thread: Thread | undefined,
  group: HeadlineGroup,
): number {
  const segment = lines.slice(from, to);
  const shares = segment.map(({ shares }) => shares[number] ?? 0);
  const best = shares.indexOf(Math.max(...shares));
  const place = weighPlace(from === 0, to === lines.length, number, group);
  const further = segment.reduce(
    (sum, line, index) =>
      sum +
      (index === best ? 0 : weighFurther(line, shares[index] ?? 0, from + index)) +
      (index > 0 && line.isTight ? HEADLINE_POINTS.tightLine : 0),
    0,
  );
  return (
    HEADLINE_POINTS.needed +
    (shares[best] ?? 0) +
    place +
    further +
    weighCaption(thread?.isCaption ?? false, group.over === number && to === lines.length) +
    Math.max(0, segment.length - USUAL_LINES) * HEADLINE_POINTS.manyLines +
    (segment.every(({ isPlace }) => isPlace) ? HEADLINE_POINTS.placeAlone : 0) +
    (segment.some(({ isLabel, isSure }) => isLabel && !isSure) ? HEADLINE_POINTS.labelAsHeadline : 0)
  );
}

/** A picture has a headline of its own only right above its caption. */
function weighCaption(isCaption: boolean, isOver: boolean): number {
  if (!isCaption) return 0;
  return isOver ? HEADLINE_POINTS.captionOver : HEADLINE_POINTS.caption;
}

function weighPlace(isFirst: boolean, isLast: boolean, number: number, group: HeadlineGroup): number {
  if (group.inside === number) return HEADLINE_POINTS.inside;
  if (group.over === number) return isLast ? HEADLINE_POINTS.over : HEADLINE_POINTS.overFar;
  if (group.below === number) return isFirst ? HEADLINE_POINTS.below : HEADLINE_POINTS.belowFar;
  return 0;
}

function weighFurther(line: HeadlineLine, share: number, place: number): number {
  const elsewhere = line.most - share;
  const foreign = elsewhere > 0 ? HEADLINE_POINTS.foreignLine * elsewhere : 0;
  if (line.isPlace || share >= SAYS_SOMETHING) return HEADLINE_POINTS.furtherLine + foreign;
  const isShort = line.text.length <= SHORT && !line.looksSet && !/\s/u.test(line.text) && place === 0;
  return foreign + (isShort ? HEADLINE_POINTS.strangeShortTop : HEADLINE_POINTS.strangeLine);
}

/** A line as a column's label. */
export function weighLabel(line: HeadlineLine): number {
  if (line.isLabel) return HEADLINE_POINTS.labelAsLabel;
  return line.hasSubheadline || line.looksSet || line.text.length > LONGEST_LABEL
    ? HEADLINE_POINTS.unused * 2
    : HEADLINE_POINTS.otherAsLabel;
}
