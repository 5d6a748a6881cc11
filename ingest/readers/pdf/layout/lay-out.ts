import type { PdfPage } from '../file/pdf-page.js';
import { cutPage, type Strip } from './cut-page.js';
import { splitAsides } from './find-asides.js';
import { boundsOf, findBodyFont, findBodySize, overlapX, overlapY } from './measure.js';
import { type BodyType, type Piece, splitStrip } from './split-strip.js';
import { buildTextLines, type TextLine } from './text-line.js';

/** A page's lines as they were read off its file. */
export type ReadPage = Pick<PdfPage, 'number' | 'height' | 'rules'> & { lines: TextLine[] };

/** A page's headlines and paragraphs in reading order; `asides` are printed around them. */
export type LaidOutPage = {
  number: number;
  pieces: Piece[];
  asides: { above: TextLine[]; below: TextLine[] };
  /** No two columns stand beside each other. */
  isSingleColumn: boolean;
};

export const readPage = (page: PdfPage): ReadPage => ({
  number: page.number,
  height: page.height,
  rules: page.rules,
  lines: buildTextLines(page),
});

export function findBodyType(lines: readonly TextLine[]): BodyType {
  const size = findBodySize(lines);
  return { size, font: findBodyFont(lines, size) };
}

/** Lines → strips of columns → headlines and paragraphs; where issues are set anew, 第3版：要闻 stands between articles. */
export function layOut(
  page: ReadPage,
  body: BodyType,
  isRunning: (line: TextLine) => boolean,
  keepsPageLines = false,
): LaidOutPage {
  const { printed, above, below } = splitAsides(page.lines, page.height, isRunning, keepsPageLines);
  const strips = cutPage(printed, { bodySize: body.size, rules: page.rules });
  return {
    number: page.number,
    pieces: strips.flatMap((strip) => splitStrip(strip, body, page.number)),
    asides: { above, below },
    isSingleColumn: !haveNeighbours(strips),
  };
}

/** Columns of several lines that stand beside each other. */
function haveNeighbours(strips: readonly Strip[]): boolean {
  const columns = strips.filter(({ lines }) => lines.length > 2).map(({ lines }) => boundsOf(lines));
  return columns.some((one, at) =>
    columns.slice(at + 1).some((other) => overlapX(one, other) <= 0 && overlapY(one, other) > 0),
  );
}
