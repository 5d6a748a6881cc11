import type { Block } from '../../../pages/blocks/block.js';
import { isLabel, isNumberedCrosshead, isSubheadline } from '../../../pages/text/label.js';
import { SPEECH_DAY } from '../layout/find-asides.js';
import { parseSourceLine } from '../layout/source-line.js';
import type { Piece } from '../layout/split-strip.js';
import type { Tiers } from './assemble.js';
import { type Draft, toBlock } from './draft.js';

/** A piece and what its text tells. */
export type ReadPiece = { piece: Piece; block: Block };

/** Characters of a line that is set apart: a kicker, an author. */
const SHORT = 40;
/** A headline's decks stand no farther apart, in sizes. */
const DECK_GAP = 2.5;

export const sizeOf = ({ lines }: Piece): number => Math.max(...lines.map(({ size }) => size));

const isHeadline = (one: ReadPiece | undefined, { headline }: Tiers): boolean =>
  one?.piece.kind === 'heading' && sizeOf(one.piece) >= headline;

/** Whether a piece is a headline or one of its decks, and no crosshead of the article that is open. */
export function opensArticle(
  { piece, block }: ReadPiece,
  current: Draft | null,
  next: ReadPiece | undefined,
  tiers: Tiers,
): boolean {
  const hasBody = !!current?.body.length;
  if (isHeadline({ piece, block }, tiers)) return true;
  const isFirst = piece.kind === 'heading' && !current?.headings.length && !hasBody;
  if (block.role === 'byline') return isFirst;
  if (piece.kind === 'heading') {
    if (!hasBody && !current?.source) return true;
    if (isNumberedCrosshead(block.text)) return false;
    return leadsTo(piece, next, tiers) || next?.block.startsArticle === true;
  }
  // In the type of the body: a kicker right above a headline, or the headline of a brief.
  const isLine = piece.isDistinct && block.role === 'headline' && block.text.length <= SHORT;
  if (!isLine || isNumberedCrosshead(block.text)) return false;
  return leadsTo(piece, next, tiers) || (hasBody && next?.block.startsArticle === true);
}

/** A kicker stands right over its headline. */
const leadsTo = (piece: Piece, next: ReadPiece | undefined, tiers: Tiers): boolean =>
  next !== undefined && isHeadline(next, tiers) && standsOver(piece, next.piece);

function standsOver(upper: Piece, lower: Piece): boolean {
  const above = upper.lines.at(-1);
  const [below] = lower.lines;
  if (!above || !below || upper.page !== lower.page) return false;
  if (above.vertical || below.vertical) return above.vertical && below.vertical;
  const gap = below.y0 - above.y1;
  const isNear = gap > -above.size && gap < Math.max(above.size, below.size) * DECK_GAP;
  const overlaps = Math.min(above.x1, below.x1) > Math.max(above.x0, below.x0);
  return isNear && (overlaps || (gap >= 0 && gap < Math.max(above.size, below.size)));
}

/** Headings with no text between them are decks of one headline where they stand over each other. */
export function isOneHeadline({ headings, body, byline, source }: Draft, piece: Piece): boolean {
  const above = headings.at(-1);
  return !body.length && !byline.length && !source && above !== undefined && standsOver(above, piece);
}

/**
 * Running text that begins an article without a headline of its own. Under a headline several datelines are the parts of
 * one report; under a column's label, or behind a signature, they are reports of their own.
 */
export function startsBody({ piece, block }: ReadPiece, current: Draft | null): boolean {
  const last = current?.body.at(-1);
  if (!last || block.role === 'byline') return false;
  const headline = current?.headings.flatMap(({ lines }) => lines.map(({ text }) => text)) ?? [];
  const before = toBlock(last.lines);
  const isCutOff = piece.isAfterBlank && before.text.length > 0 && isBelow(last.pieces.at(-1), piece);
  const startsReport = block.startsArticle && (before.signedOff || headline.every(isLabel) || isCutOff);
  if (before.endsOpen) return block.startsArticle && isCutOff && !piece.mayGoOn;
  return startsReport || (piece.isApart && !block.beginsInside);
}

/** In the same column, or one that begins farther on the left: never the next one. */
const isBelow = (upper: Piece | undefined, lower: Piece): boolean =>
  (lower.lines[0]?.y0 ?? 0) > (upper?.lines.at(-1)?.y1 ?? 0) && upper?.page === lower.page;

/** ——a second deck, or a bold line right below the headline. */
export function isDeck({ piece, block }: ReadPiece, { headings, body, byline, source }: Draft): boolean {
  if (!headings.length || body.length || byline.length || source) return false;
  if (SPEECH_DAY.test(block.text)) return true;
  if (block.role !== 'headline' || piece.lines.length > 2) return false;
  return isSubheadline(block.text) || (piece.isDistinct && piece.lines.some(({ bold }) => bold));
}

/** A signature by its form; or, between headline and text, a short line that is set apart and says no sentence. */
export function isByline(
  { piece, block }: ReadPiece,
  { headings, body, source }: Draft,
  next: ReadPiece | undefined,
): boolean {
  if (block.role === 'byline') return true;
  if (body.length || source || !headings.length || block.text.length > SHORT) return false;
  if (next && parseSourceLine(next.block.text)) return true;
  const isNames = /^[\p{Script=Han}\s·、/／:：]{2,30}$/u.test(block.text) && block.role === 'headline';
  return isNames && piece.isDistinct && piece.lines.length === 1 && next?.block.role === 'body';
}
