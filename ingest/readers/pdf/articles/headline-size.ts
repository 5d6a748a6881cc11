import { findDateline } from '../../../pages/text/dateline.js';
import { findSignature } from '../../../pages/text/signature.js';
import { parseSourceLine } from '../layout/source-line.js';
import type { Piece } from '../layout/split-strip.js';
import { sizeOf } from './piece-roles.js';

/** Times the body's type: in print a headline over columns is larger than a crosshead in one. */
const IN_COLUMNS = 1.25;
/** Headlines of one kind differ in type by so much at most. */
const ALIKE = 0.95;
/** So many of the headings of one size open an article, or they are crossheads. */
const OPENING_SHARE = 0.5;
/** Pieces between a headline and the line that tells it from a crosshead: decks, an author. */
const REACH = 3;

/**
 * The smallest type of a headline, in points. Print sets its headlines in many sizes; where an issue is set anew in one
 * column each kind of heading has one, and a signature, a dateline or where it was printed stands below a headline.
 */
export function findHeadlineSize(
  pieces: readonly Piece[],
  bodySize: number,
  isSingleColumn: boolean,
): number {
  const areSourced = pieces.some(({ lines }) => lines.length === 1 && parseSourceLine(lines[0]?.text ?? ''));
  const headings = pieces.flatMap((piece, at) =>
    piece.kind === 'heading' ? [{ size: sizeOf(piece), opens: opens(pieces, at, areSourced) }] : [],
  );
  const sizes = [...new Set(headings.map(({ size }) => Math.round(size * 2) / 2))].sort((a, b) => a - b);
  const [largest = bodySize * IN_COLUMNS] = sizes.slice(-1);
  if (!isSingleColumn) return Math.min(bodySize * IN_COLUMNS, largest) * ALIKE;
  const opening = sizes.find((size) => {
    const alike = headings.filter((heading) => Math.abs(heading.size - size) <= 0.3);
    return alike.filter((heading) => heading.opens).length >= alike.length * OPENING_SHARE;
  });
  return (opening ?? largest) * ALIKE;
}

function opens(pieces: readonly Piece[], at: number, areSourced: boolean): boolean {
  const size = sizeOf(pieces[at] as Piece);
  for (const piece of pieces.slice(at + 1, at + 1 + REACH)) {
    const text = piece.lines.map((line) => line.text).join('');
    if (parseSourceLine(text)) return true;
    if (!areSourced && (findDateline(text) || findSignature(text))) return true;
    if (piece.kind === 'heading' && sizeOf(piece) >= size) return false;
  }
  return false;
}
