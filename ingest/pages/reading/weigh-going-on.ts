import type { Block } from '../blocks/block.js';
import { namesReporter } from '../text/byline.js';
import type { SignatureForm } from '../text/signature.js';
import type { PageSigns } from './page-signs.js';
import { POINTS } from './points.js';
import type { Reading, Thread } from './thread.js';
import { largest, type NextBody } from './weigh-affinity.js';

/** An article that nothing was added to for so many blocks does not go on. */
const REACH = 60;
/** From so many characters on a paragraph shares words with its article: so many points of affinity. */
const UNRELATED = { fromLength: 60, points: 0.6 };
/** A caption may have a second paragraph, a report takes none in. */
const CAPTION_LENGTH = 450;

/**
 * For a body block: what speaks for its going on with each thread; −Infinity for closed ones. Having less in common
 * than with another thread speaks against; having more speaks for nothing, or many short threads would win.
 */
export function weighGoingOn(
  reading: Reading,
  signs: PageSigns,
  { index, isCaption, common }: NextBody,
): number[] {
  const { blocks, isSeam } = signs;
  const block = blocks[index];
  if (!block) return [];
  const most = largest(common);
  const { waiting } = reading;
  const waitsForArticle = waiting.some((place) => blocks[place]?.opensArticle);
  return reading.threads.map((thread, number) => {
    const last = thread.body.at(-1) ?? -1;
    if (thread.closed || index - last > REACH) return Number.NEGATIVE_INFINITY;
    const isOpen = blocks[last]?.endsOpen ?? false;
    const cut = isSeam(last, index)
      ? POINTS.wordGoesOn
      : number === reading.current
        ? POINTS.sentenceGoesOn
        : POINTS.sentenceGoesOnLater;
    const isNext = number === reading.current;
    const across = waitsForArticle || isOpen ? POINTS.acrossHeadline : POINTS.acrossCrosshead;
    const inOrder = waiting.length ? across : POINTS.nextInOrder;
    const reopened = isOpen ? POINTS.outOfOrder : POINTS.finishedReopens;
    return (
      (isNext ? inOrder : reopened) +
      (block.startsArticle ? POINTS.datelineGoesOn : 0) +
      (isOpen ? cut : 0) +
      weighQuote(blocks[last], block) +
      weighList(thread, blocks, block) +
      (isCaption && !isShortUndated(thread, blocks) ? POINTS.captionGoesOn : 0) +
      weighUnrelated(block, common[number] ?? 0) +
      (common[number] ?? 0) -
      most
    );
  });
}

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

/** A paragraph that has next to nothing in common with what it would go on with. */
function weighUnrelated({ text }: Block, common: number): number {
  if (text.length < UNRELATED.fromLength) return 0;
  return POINTS.unrelated * Math.max(0, 1 - common / UNRELATED.points);
}

/** A quotation that a column break cut is closed by its rest, and by nothing else. */
function weighQuote(before: Block | undefined, block: Block): number {
  if (!before) return 0;
  const isOpen = before.endsOpen && before.openQuotes > 0;
  if (block.closesForeign) return isOpen ? POINTS.quoteGoesOn : POINTS.quoteForeign;
  return isOpen && /“/u.test(block.text) ? POINTS.quoteForeign : 0;
}

/** For a short line without marks: what speaks for its being the rest of a word. */
export const weighRest = ({ waiting }: Reading): number => (waiting.length ? -1 : 1);

/** For a signature: what speaks for its signing a thread. */
export function weighSigning(isLatest: boolean, isCaption: boolean, signature: SignatureForm | null): number {
  if (!isLatest) return POINTS.signsEarlier;
  if (signature === 'credit') return isCaption ? POINTS.creditsCaption : POINTS.creditsReport;
  return isCaption ? POINTS.creditsCaption : POINTS.signsLatest;
}

/** For a page that was read to its end: an article without a signature is read wrongly or cut off more often than a signed one. */
export function weighEnd(reading: Reading, blocks: readonly Block[]): number {
  const unsigned = reading.threads.filter(
    ({ body, byline, isCaption }) =>
      !byline.length &&
      !isCaption &&
      !blocks[body.at(-1) ?? -1]?.signedOff &&
      !namesReporter(blocks[body[0] ?? -1]?.text ?? ''),
  );
  return unsigned.length * POINTS.unsigned;
}
