import type { Line } from './line.js';

/** A page of fewer lines does not tell how it is set; a newspaper's column is no wider than this, in characters. */
const HARD_WRAPPED = { fromLines: 12, width: 34 };
/** Of a hard-wrapped page hardly a line is far longer than the others: this share, this many times. */
const FAR_LONGER = { share: 0.04, times: 2 };
/** A few lines of one width are print lines too, where the last alone may be shorter. */
const SHORT_TEXT = { fromLines: 5, ragged: 2, narrowest: 8 };

/**
 * The number of characters of a full print line where the page is hard-wrapped, else null (a paragraph a line).
 * A page counts as hard-wrapped when most of its lines are short and alike.
 */
export function findPrintWidth(lines: readonly Line[]): number | null {
  const lengths = lines
    .map(({ text }) => text.length)
    .filter((length) => length > 1)
    .sort((a, b) => a - b);
  const typical = lengths[Math.floor(lengths.length * 0.75)] ?? 0;
  if (typical > HARD_WRAPPED.width) return null;
  if (lengths.length < HARD_WRAPPED.fromLines) return isEvenText(lines) ? typical : null;
  const limit = Math.max(HARD_WRAPPED.width, typical * FAR_LONGER.times);
  const far = lengths.filter((length) => length > limit).length;
  return far <= lengths.length * FAR_LONGER.share ? typical : null;
}

/** Running text in lines of one width, behind a headline or none. */
function isEvenText(lines: readonly Line[]): boolean {
  const middle = lines.slice(1, -1).map(({ text }) => text.length);
  if (lines.length < SHORT_TEXT.fromLines) return false;
  const widest = Math.max(...middle);
  return widest >= SHORT_TEXT.narrowest && middle.every((length) => length >= widest - SHORT_TEXT.ragged);
}

/** How wide a line is printed, in Chinese characters: digits, Latin letters and half-width marks take half of one. */
export function measureLine(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u0100' ? 0.5 : 1;
  return width;
}

/** The number of blank lines that most lines have before them. */
export function findUsualGap(lines: readonly Line[]): number {
  const gaps = lines.map(({ gap }) => gap).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}
