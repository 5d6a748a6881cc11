import type { Block } from '../blocks/block.js';
import { findShare } from './affinity.js';
import type { PageSigns } from './page-signs.js';
import { POINTS } from './points.js';
import type { Reading } from './thread.js';
import { largest, type NextBody } from './weigh-affinity.js';

/** A crosshead has fewer characters. */
const LONG_HEADLINE = 15;
/** A report with a dateline of fewer characters has no crossheads. */
const SHORT_REPORT = 900;

/** For a body block: what speaks for its beginning a new article. */
export function weighBeginning(
  reading: Reading,
  signs: PageSigns,
  { index, isCaption, common }: NextBody,
): number {
  const block = signs.blocks[index];
  if (!block || block.startsArticle)
    return POINTS.datelineBegins + (reading.waiting.length ? POINTS.datelineUnderHeadline : 0);
  const most = largest(common);
  const inside = block.beginsInside ? POINTS.beginsInside : 0;
  if (isCaption) return (block.credited ? POINTS.creditedBegins : POINTS.captionBegins) - most;
  return weighWhatWaits(reading, signs, index, block) + inside - most;
}

/** What stands before a body block says whether an article begins there. */
function weighWhatWaits(reading: Reading, signs: PageSigns, index: number, block: Block): number {
  const waiting = reading.waiting.flatMap((place) => signs.blocks[place] ?? []);
  if (waiting.some(({ opensArticle }) => opensArticle)) return POINTS.strongHeadlineBegins;
  if (reading.waitingByline.length) return POINTS.standingBylineBegins;
  const current = reading.threads[reading.current];
  const gap = (waiting[0] ?? block).afterGap ? POINTS.afterGapBegins : 0;
  if (!current || current.closed)
    return gap + (waiting.length ? POINTS.afterSignedBegins : POINTS.unnamedBegins);
  return gap + (waiting.length ? weighHeadline(reading, signs, index, waiting) : POINTS.nothingBegins);
}

/** For lines behind an article that is not signed: a headline's looks against a crosshead's. */
function weighHeadline(
  reading: Reading,
  { blocks, affinity }: PageSigns,
  index: number,
  waiting: readonly Block[],
): number {
  if (waiting.some(({ isNumbered }) => isNumbered)) return POINTS.numberedCrosshead;
  const current = reading.threads[reading.current];
  const body = current?.body.flatMap((place) => blocks[place] ?? []) ?? [];
  const length = body.reduce((sum, { text }) => sum + text.length, 0);
  const share = (body: number) =>
    Math.max(...reading.waiting.map((place) => findShare(affinity.ofBlock(place), body)));
  const fit = share(index);
  const fitAbove = share(current?.body[0] ?? index);
  return (
    POINTS.plainHeadlineBegins +
    (waiting.length > 1 ? POINTS.twoDecksBegin : 0) +
    (waiting.some(({ text }) => text.length >= LONG_HEADLINE) ? POINTS.longHeadlineBegins : 0) +
    (body.at(-1)?.endsOpen ? POINTS.afterOpenBegins : 0) +
    (body[0]?.startsArticle && length < SHORT_REPORT ? POINTS.afterReportBegins : 0) +
    POINTS.headlineFits * fit +
    POINTS.headlineFitsAbove * fitAbove
  );
}
