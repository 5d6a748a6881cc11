import { isCutInWord } from '../../../src/text/words.js';
import { endsOpen } from '../text/running-text.js';
import type { Line } from './line.js';

/** A newspaper's column is no wider than this, in characters. */
export const WIDEST_COLUMN = 34;
/** A page of fewer lines does not tell how all of it is set. */
const FEWEST_LINES = 12;
/** Of a page in print lines hardly one is far longer than the others: this share, this many times. */
const FAR_LONGER = { share: 0.04, times: 2 };
/** Of print lines half are cut in a word, of other lines one in thirty. */
const SEAMS = { sample: 60, share: 0.12 };
/** So many lines before a line and behind it tell how it is set where the page does not. */
const AROUND = 4;
/** Of these lines so many are as wide as the column, but for marks and indents. */
const EVEN = { lines: 3, share: 0.6, ragged: 2.5, open: 0.5 };

/**
 * The lines that are set as print lines, not a paragraph a line. A page where most lines are short and hardly
 * one is long is set so as a whole; elsewhere a line's neighbours tell.
 */
export function findPrintLines(lines: readonly Line[]): ReadonlySet<Line> {
  const isWhole = isHardWrapped(lines);
  if (isWhole) return new Set(lines);
  const isSet = (_: Line, at: number) =>
    isEven(lines.slice(Math.max(0, at - AROUND), at + 1)) || isEven(lines.slice(at, at + AROUND + 1));
  return new Set(lines.filter(isSet));
}

function isHardWrapped(lines: readonly Line[]): boolean {
  const widths = lines
    .map(({ text }) => measureLine(text))
    .filter((width) => width > 1)
    .sort((a, b) => a - b);
  const typical = widths[Math.floor(widths.length * 0.75)] ?? 0;
  if (typical > WIDEST_COLUMN || widths.length < FEWEST_LINES) return false;
  const limit = Math.max(WIDEST_COLUMN, typical * FAR_LONGER.times);
  const isNarrow = widths.filter((width) => width > limit).length <= widths.length * FAR_LONGER.share;
  return isNarrow && hasSeams(lines);
}

/** Of a sample of the lines that end in mid-sentence enough are cut in a word: entries of a list never are. */
function hasSeams(lines: readonly Line[]): boolean {
  const open = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return next && !line.vertical && endsOpen(line.text) ? [{ line, next }] : [];
  });
  const step = Math.max(1, Math.floor(open.length / SEAMS.sample));
  const sample = open.filter((_, at) => at % step === 0);
  const cut = sample.filter(({ line, next }) => isCutInWord(line.text, next.text));
  return cut.length >= Math.max(1, sample.length * SEAMS.share);
}

/** At least half of the lines are of one width, no more than a column's, and half of those end in mid-sentence. */
function isEven(around: readonly Line[]): boolean {
  const set = around.filter(({ vertical }) => !vertical);
  const widths = set.map(({ text }) => measureLine(text));
  const column = Math.max(0, ...widths.filter((width) => width <= WIDEST_COLUMN));
  const even = set.filter((_line, index) => Math.abs((widths[index] ?? 0) - column) <= EVEN.ragged);
  const open = even.filter(({ text }) => endsOpen(text));
  return (
    even.length >= Math.min(EVEN.lines, set.length) &&
    even.length >= set.length * EVEN.share &&
    open.length >= even.length * EVEN.open &&
    around.some((line, at) => isCutInWord(line.text, around[at + 1]?.text ?? ''))
  );
}

/** A line of more characters is no print line, however narrow they are. */
const LONG = 120;

/** How wide a line is printed, in Chinese characters: digits, Latin letters and half-width marks take half of one. */
export function measureLine(text: string): number {
  if (text.length > LONG) return text.length;
  let width = 0;
  for (const character of text) width += character < '\u0100' ? 0.5 : 1;
  return width;
}

/** The number of blank lines that most lines have before them. */
export function findUsualGap(lines: readonly Line[]): number {
  const gaps = lines.map(({ gap }) => gap).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}
