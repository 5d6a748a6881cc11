import { isCutInWord } from '../../../src/text/words.js';
import { findDateline } from '../text/dateline.js';
import { isFurniture } from '../text/furniture-line.js';
import { isNumberedCrosshead, isSubheadline } from '../text/label.js';
import { isListItem } from '../text/list-numbers.js';
import { closesForeign, countOpenQuotes, endsOpen } from '../text/running-text.js';
import { endsInSignature, findSignature } from '../text/signature.js';
import type { Line } from './line.js';
import { measureLine, WIDEST_COLUMN } from './print-width.js';

/** So many characters short of the column's width a line still counts as full: a mark is not set at a line's head. */
const RAGGED = 1.5;
/** A paragraph's first line is indented by so many characters. */
const INDENT = 2;
/** Running text has a mark within so many print lines. */
const LOOK_BACK = 6;

/**
 * On a hard-wrapped page: whether a print line goes on with the paragraph or headline that stands open before it. A
 * line of running text that ends without a mark is as wide as its column, or is not running text.
 * `ahead` holds the few lines behind it, `usualGap` is the number of blank lines between most lines of the page.
 */
export function continuesParagraph(
  open: readonly Line[],
  line: Line,
  ahead: readonly Line[],
  usualGap: number,
): boolean {
  const last = open[open.length - 1];
  if (!last || [last, line].some(isNoPrintLine)) return false;
  if (findDateline(line.text) && !/[，、：“‘（(《]$/u.test(last.text)) return false;
  if (standsAlone(last.text) || standsAlone(line.text) || endsInSignature(last.text)) return false;
  const isSeam = () => isCutInWord(last.text, line.text) || closesMark(open, line);
  if (/^[，。、；：！？”’）》]/u.test(line.text)) return true;
  if (isSetApart(line, open, ahead, usualGap) && !isSeam()) return false;
  if (!endsOpen(last.text)) return goesOnAfterSentence(open, line, ahead);
  const isFull = fillsColumn(last, open, [line, ...ahead]);
  if (standsBelowHeadline(open, line)) return false;
  if (isRunningText(open)) return isFull || isSeam();
  if (isNumberedCrosshead(last.text) && !hasMark(last)) return false;
  if (isSeam()) return true;
  if (!isFull || beginsParagraph(line, ahead)) return false;
  const next = ahead[0];
  const nextRuns = !!next && hasMark(next) && measureLine(next.text) <= WIDEST_COLUMN;
  return hasMark(line) || (nextRuns && endsOpen(line.text));
}

const isNoPrintLine = ({ text, isShadow, vertical, isHeading }: Line): boolean =>
  isShadow || vertical || isHeading || measureLine(text) > WIDEST_COLUMN * 1.5;

/** More blank lines stand before it than on the page, in the paragraph and behind the line are usual. */
function isSetApart(line: Line, open: readonly Line[], ahead: readonly Line[], usualGap: number): boolean {
  const here = open.length > 1 ? open.slice(1) : ahead.slice(0, 1);
  return line.gap > Math.max(usualGap, ...here.map(({ gap }) => gap));
}

/** Elsewhere than on a hard-wrapped page: two lines of one width that are cut in a word. */
export function isCutLine(last: Line, line: Line): boolean {
  const width = measureLine(last.text);
  if (width > WIDEST_COLUMN || measureLine(line.text) > width + RAGGED || !endsOpen(last.text)) return false;
  if (last.vertical || line.vertical || !(hasMark(last) || hasMark(line))) return false;
  if (isNumberedCrosshead(last.text) && !hasMark(last)) return false;
  return !standsAlone(last.text) && !standsAlone(line.text) && isCutInWord(last.text, line.text);
}

/** Furniture or a signature; a bare name may be the rest of a word. */
function standsAlone(text: string): boolean {
  const signature = findSignature(text);
  return (signature !== null && signature !== 'name') || isFurniture(text);
}

/** “校园围墙外 | 一百米”公益诉讼, 本报讯（记者 王小明 | 李小红）近日 */
function closesMark(open: readonly Line[], line: Line): boolean {
  const text = open.map((one) => one.text).join('');
  const closesBracket = /[（(][^）)]*$/u.test(text) && /^[^（(]*[）)]/u.test(line.text);
  return closesBracket || (closesForeign(line.text) && countOpenQuotes(text) > 0);
}

/** A line that is indented, as the wider ones behind it tell, is a paragraph's first: what stands above is a headline. */
function beginsParagraph(line: Line, ahead: readonly Line[]): boolean {
  const width = measureLine(line.text);
  const following = median(ahead.map(({ text }) => measureLine(text)));
  return Math.abs(width - (following - INDENT)) <= 0.5 && endsOpen(line.text);
}

/** A column may become narrower beside a picture, so that the lines ahead count as well as those before. */
function fillsColumn(line: Line, open: readonly Line[], ahead: readonly Line[]): boolean {
  if (line.isLetterSpaced) return true;
  const width = measureLine(line.text);
  const following = median(ahead.filter(({ vertical }) => !vertical).map(({ text }) => measureLine(text)));
  if (open.length === 1) return width >= following - RAGGED - INDENT;
  return width >= Math.min(measureColumn(open), following) - RAGGED;
}

/** Behind a sentence that ends where its column does the paragraph goes on in the same column, as running text. */
function goesOnAfterSentence(open: readonly Line[], line: Line, ahead: readonly Line[]): boolean {
  if (open.length === 1) return false;
  const column = measureColumn(open);
  if (measureLine(open.at(-1)?.text ?? '') < column - RAGGED) return false;
  if (!endsOpen(line.text)) return measureLine(line.text) <= column + RAGGED;
  const next = ahead[0];
  if (!next || measureLine(line.text) < column - RAGGED) return false;
  return hasMark(line) || hasMark(next) || isCutInWord(line.text, next.text);
}

/** The width of the column that a paragraph is set in. */
const measureColumn = (open: readonly Line[]): number =>
  Math.max(...open.slice(-4).map(({ text }) => measureLine(text)));

const isRunningText = (open: readonly Line[]): boolean =>
  open.slice(-LOOK_BACK).some(({ text }) => /[，,。；]/u.test(text)) ||
  isListItem(open[0]?.text ?? '') ||
  findDateline(open[0]?.text ?? '') !== null;

/** A second deck or an author: one comma may stand in the headline above it. */
const standsBelowHeadline = (open: readonly Line[], line: Line): boolean =>
  (isSubheadline(line.text) || findSignature(line.text) === 'name') &&
  !open.some(({ text }) => /[。；]/u.test(text) || findDateline(text)) &&
  (open.length < 3 || !isRunningText(open));

/** A line with the marks of a sentence, no opening of a report and no signature. */
const hasMark = ({ text }: Line): boolean =>
  /[，,。；]/u.test(text) && !findDateline(text) && !findSignature(text);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
