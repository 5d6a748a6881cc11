import { findDateline } from '../../../pages/text/dateline.js';
import { isFurniture } from '../../../pages/text/furniture-line.js';
import { endsOpen } from '../../../pages/text/running-text.js';
import { findSignature } from '../../../pages/text/signature.js';
import type { Strip } from './cut-page.js';
import { isHeadingSize, median } from './measure.js';
import type { TextLine } from './text-line.js';

/** Lines that belong together: of a headline, or of a paragraph. */
export type Piece = {
  /** 1-based number of its page in the file. */
  page: number;
  kind: 'heading' | 'text';
  lines: TextLine[];
  /** A drawn line stands before it. */
  isApart: boolean;
  /** Nothing stands in the lines above it. */
  isAfterBlank: boolean;
  /** First of its strip, and set like a line in the middle of a paragraph. */
  mayGoOn: boolean;
  /** Its last line reaches the right edge of its column. */
  isFull: boolean;
  /** Set apart from running text: centred, bold or of another size. */
  isDistinct: boolean;
};

/** In sizes: an indent, how far a line falls short of its column, how much more than usual parts paragraphs. */
const INDENT = { least: 1.2, most: 4.5 };
const SHORT = 1.6;
const GAP = 0.45;
const BLANK = 1.5;
/** Of headlines: lines of one stand no farther apart than this, in sizes. */
const HEADING_GAP = 1.1;
const SAME_SIZE = 0.06;

/** How running text is set: of all pages of a file, or of one. */
export type BodyType = { size: number; font: string | null };

type Column = { left: number; right: number; band: number; size: number; hasIndents: boolean };

/** A strip → its headlines and paragraphs. `body` is how running text is set on the page. */
export function splitStrip(strip: Strip, body: BodyType, page: number): Piece[] {
  const running = strip.lines.filter((line) => !isHeadingSize(line, body.size));
  const column = measureColumn(running.length ? running : strip.lines, body.size);
  const groups: TextLine[][] = [];
  for (const line of strip.lines) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open && last && goesOn(last, line, open, column, body.size)) open.push(line);
    else groups.push([line]);
  }
  return groups.map((lines, index) => ({ page, ...describe(lines, index, strip, column, body) }));
}

function describe(
  lines: TextLine[],
  index: number,
  strip: Strip,
  column: Column,
  body: BodyType,
): Omit<Piece, 'page'> {
  const first = lines[0] as TextLine;
  const last = lines.at(-1) as TextLine;
  const isHeading = lines.some((line) => isHeadingSize(line, body.size));
  const isOfBody = Math.abs(first.size - body.size) <= body.size * SAME_SIZE && first.font === body.font;
  return {
    kind: isHeading ? 'heading' : 'text',
    lines,
    isApart: strip.isApart && index === 0,
    isAfterBlank: isAfterBlank(first, strip.lines, column),
    mayGoOn: index === 0 && !isHeading && indentOf(first, column) < INDENT.least,
    isFull: last.x1 >= column.right - SHORT * column.size,
    isDistinct: !isOfBody || isCentred(first, column),
  };
}

/** Of the first line of a strip nothing is known but that something has cut it off. */
function isAfterBlank(line: TextLine, lines: readonly TextLine[], { band, size }: Column): boolean {
  const above = lines[lines.indexOf(line) - 1];
  return !above || line.y0 - above.y1 > Math.max(band, 0) + BLANK * size;
}

function measureColumn(lines: readonly TextLine[], bodySize: number): Column {
  const size = median(lines.map((line) => line.size)) || bodySize;
  const left = Math.min(...lines.map(({ x0 }) => x0));
  const right = Math.max(...lines.map(({ x1 }) => x1));
  const steps = lines.slice(1).map((line, at) => line.y0 - (lines[at] as TextLine).y1);
  const column = { left, right, size, band: median(steps), hasIndents: false };
  return { ...column, hasIndents: lines.some((line) => isIndented(line, column)) };
}

const indentOf = (line: TextLine, { left, size }: Column): number => (line.x0 - left) / size;

const isIndented = (line: TextLine, column: Column): boolean => {
  const indent = indentOf(line, column);
  return indent >= INDENT.least && indent <= INDENT.most && line.x1 >= column.right - SHORT * column.size;
};

/** As much room on its left as on its right, and on both more than an indent. */
function isCentred(line: TextLine, { left, right, size }: Column): boolean {
  const [before, behind] = [line.x0 - left, right - line.x1];
  return Math.min(before, behind) > INDENT.least * size && Math.abs(before - behind) <= size * 1.5;
}

function goesOn(
  last: TextLine,
  line: TextLine,
  open: readonly TextLine[],
  column: Column,
  bodySize: number,
): boolean {
  const headings = [last, line].filter((one) => isHeadingSize(one, bodySize)).length;
  if (last.vertical !== line.vertical || headings === 1) return false;
  const gap = line.y0 - last.y1;
  if (headings === 2) return last.vertical || gap <= HEADING_GAP * Math.max(last.size, line.size);
  const size = Math.max(last.size, line.size);
  if (Math.abs(last.size - line.size) > size * SAME_SIZE || last.bold !== line.bold) return false;
  if (gap > Math.max(column.band, 0) + GAP * size) return false;
  if (indentOf(line, column) >= INDENT.least || isAlone(last.text) || isAlone(line.text)) return false;
  if (isCentred(last, column) && open.length === 1) return false;
  if (!endsOpen(last.text) && findDateline(line.text)) return false;
  const isShort = last.x1 < column.right - SHORT * column.size;
  return !isShort || (column.hasIndents && endsOpen(last.text));
}

const isAlone = (text: string): boolean => {
  const signature = findSignature(text.trim());
  return (signature !== null && signature !== 'name') || isFurniture(text.trim());
};
