import { cutMarkers } from '../../../continue/cut-markers.js';
import { type Marker, parseMarker } from '../../../continue/marker.js';
import { type Block, buildBlock } from '../../../pages/blocks/block.js';
import type { Line } from '../../../pages/blocks/line.js';
import type { SourceLine } from '../layout/source-line.js';
import type { Piece } from '../layout/split-strip.js';
import type { TextLine } from '../layout/text-line.js';

/** The pieces of one article, as they are found. */
export type Draft = {
  headings: Piece[];
  byline: Block[];
  body: Paragraph[];
  isCaption: boolean;
  continuedOn: Marker | null;
  continuedFrom: Marker | null;
  /** What a line under its headline says of where it was printed. */
  source: SourceLine | null;
  /** The page that a line over several articles names. */
  printedPage: string | null;
  lines: number[];
};

/** Lines of one paragraph, and the pieces of columns that they stand in. */
export type Paragraph = { lines: Line[]; pieces: Piece[] };

export const createDraft = (headings: Piece[] = [], printedPage: string | null = null): Draft => ({
  headings,
  byline: [],
  body: [],
  isCaption: false,
  continuedOn: null,
  continuedFrom: null,
  source: null,
  printedPage,
  lines: [],
});

/** Numbers the lines of a page in reading order, from 1. */
export class LineNumbers {
  private readonly numbers = new Map<TextLine, number>();

  constructor(lines: readonly TextLine[]) {
    for (const line of lines) this.numbers.set(line, this.numbers.size + 1);
  }

  of(lines: readonly TextLine[]): number[] {
    return lines.flatMap((line) => this.numbers.get(line) ?? []);
  }

  /** As the later steps read lines. */
  toLines(lines: readonly TextLine[]): Line[] {
    return lines.map((line, index) => ({
      numbers: this.of([line]),
      text: line.text + (needsSpace(line, lines[index + 1]) ? ' ' : ''),
      gap: 0,
      ...(line.vertical && { vertical: true }),
    }));
  }
}

/** Latin words are broken at the ends of lines as they are set: New York. */
const needsSpace = ({ text }: TextLine, next: TextLine | undefined): boolean =>
  next !== undefined &&
  /[A-Za-z,.;]$/u.test(text) &&
  /^[A-Za-z]{2}/u.test(next.text) &&
  /[A-Za-z]{2}[,.;]?$/u.test(text);

/** A paragraph's lines → those of its text, and the 下转 and 上接 that are set into it. */
export function takeMarkers(lines: readonly Line[]): { lines: Line[]; markers: Marker[] } {
  const cut = cutMarkers(lines);
  const markers = cut.flatMap(({ text }) => parseMarker(text) ?? []);
  return { lines: cut.filter(({ text }) => parseMarker(text) === null), markers };
}

export const toBlock = (lines: readonly Line[]): Block => buildBlock(lines, 0);
