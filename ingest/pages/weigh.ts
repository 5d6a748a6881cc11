import { type Affinity, sumByThread } from './affinity.js';
import type { Block } from './block.js';
import { isLabel, isNoticeHeadline, isSubheadline, namesReporter } from './clues.js';
import { POINTS } from './points.js';
import type { Reading, Thread } from './thread.js';

/** An article that nothing was added to for so many blocks does not go on. */
const REACH = 60;
/** From this length on a paragraph's affinity counts in full. */
const TELLING_LENGTH = 120;
/** A caption may have a second paragraph, a report takes none in. */
const CAPTION_LENGTH = 150;

/** For a body block: what speaks for its beginning a new article. */
export function weighBeginning(
  reading: Reading,
  blocks: readonly Block[],
  index: number,
  caption: boolean,
  affinity: Affinity,
): number {
  if (blocks[index]?.startsArticle) return POINTS.datelineBegins;
  const common = largest(weighAffinity(reading, blocks, index, affinity));
  return (caption ? POINTS.captionBegins : weighHeadline(reading, blocks, index)) - common;
}

/** Lines that can be no crosshead wait: a label, a second deck, a notice's or a vertical headline. */
function waitsForArticle({ waiting }: Reading, blocks: readonly Block[]): boolean {
  return waiting.some((place) => {
    const block = blocks[place];
    if (!block) return false;
    return block.vertical || isLabel(block.text) || isSubheadline(block.text) || isNoticeHeadline(block.text);
  });
}

/** What stands before a body block says whether an article begins there. */
function weighHeadline(reading: Reading, blocks: readonly Block[], index: number): number {
  const waiting = reading.waiting.map((place) => blocks[place]);
  if (waitsForArticle(reading, blocks)) return POINTS.strongHeadlineBegins;
  if (reading.waitingByline.length) return POINTS.standingBylineBegins;
  const current = reading.threads[reading.current];
  const gap = (waiting[0] ?? blocks[index])?.afterGap ? POINTS.afterGapBegins : 0;
  if (!current || current.closed)
    return gap + (waiting.length ? POINTS.afterSignedBegins : POINTS.unnamedBegins);
  return gap + (waiting.length ? POINTS.plainHeadlineBegins : POINTS.nothingBegins);
}

/**
 * For a body block: what speaks for its going on with each thread; −Infinity for closed ones. Having less in common
 * than with another thread speaks against; having more speaks for nothing, or many short threads would win.
 */
export function weighGoingOn(
  reading: Reading,
  blocks: readonly Block[],
  index: number,
  caption: boolean,
  affinity: Affinity,
): number[] {
  const block = blocks[index];
  if (!block) return [];
  const common = weighAffinity(reading, blocks, index, affinity);
  const most = largest(common);
  const across = waitsForArticle(reading, blocks) ? POINTS.acrossHeadline : POINTS.acrossCrosshead;
  const inOrder = reading.waiting.length ? across : POINTS.nextInOrder;
  return reading.threads.map((thread, number) => {
    if (thread.closed || index - (thread.body.at(-1) ?? 0) > REACH) return Number.NEGATIVE_INFINITY;
    const isOpen = blocks[thread.body.at(-1) ?? -1]?.endsOpen ?? false;
    const isNext = number === reading.current;
    const reopened = isOpen ? POINTS.outOfOrder : POINTS.finishedReopens;
    return (
      (isNext ? inOrder : reopened) +
      (block.startsArticle ? POINTS.datelineGoesOn : 0) +
      (isOpen ? POINTS.sentenceGoesOn : 0) +
      weighList(thread, blocks, block) +
      (caption && !isShortUndated(thread, blocks) ? POINTS.captionGoesOn : 0) +
      (common[number] ?? 0) -
      most
    );
  });
}

/** What a block has in common with each open thread, in points; 0 for closed ones. */
function weighAffinity(
  reading: Reading,
  blocks: readonly Block[],
  index: number,
  affinity: Affinity,
): number[] {
  const shares = sumByThread(affinity.ofBlock(index), reading.threadOf, reading.threads.length);
  // A short paragraph has so few pairs that chance decides what it shares.
  const weight = Math.min(1, (blocks[index]?.text.length ?? 0) / TELLING_LENGTH);
  return reading.threads.map(({ closed }, number) =>
    closed ? 0 : POINTS.affinity * weight * (shares[number] ?? 0),
  );
}

const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), 0);

function isShortUndated(thread: Thread, blocks: readonly Block[]): boolean {
  const parts = thread.body.map((index) => blocks[index]);
  const length = parts.reduce((sum, part) => sum + (part?.text.length ?? 0), 0);
  return !thread.isCaption && length <= CAPTION_LENGTH && !parts.some((part) => part?.startsArticle);
}

/** A list whose numbers go on (四是 … 九是, with what stood between missing) holds two pieces together. */
function weighList(thread: Thread, blocks: readonly Block[], block: Block): number {
  const numbers = thread.body.map((place) => blocks[place]?.list?.last ?? 0);
  const atEnd = numbers.at(-1) ?? 0;
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0);
  const next = block.list;
  if (!next) return atEnd > 1 && blocks[thread.body.at(-1) ?? -1]?.endsOpen ? POINTS.listBreaksOff : 0;
  if (next.first === 1) return highest > 0 ? POINTS.listBeginsAnew : 0;
  if (atEnd > 0 && next.first > atEnd) return POINTS.listGoesOn;
  return highest > 0 && next.first > highest ? POINTS.listGoesOnLater : 0;
}

/** For a signature: what speaks for its signing a thread. */
export const weighSigning = (isLatest: boolean, isCaption: boolean): number =>
  isLatest ? (isCaption ? POINTS.creditsCaption : POINTS.signsLatest) : POINTS.signsEarlier;

/** For a page that was read to its end: an article without a signature is read wrongly or cut off more often than a signed one. */
export function weighEnd(reading: Reading, blocks: readonly Block[]): number {
  const unsigned = reading.threads.filter(
    ({ body, byline, isCaption }) =>
      !byline.length && !isCaption && !namesReporter(blocks[body[0] ?? -1]?.text ?? ''),
  );
  return unsigned.length * POINTS.unsigned;
}
