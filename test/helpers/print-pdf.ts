import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { GoldArticle, SourceArticle } from './make-page/made-page.js';
import { wrapLines } from './make-page/wrap-lines.js';

/**
 * How articles stand on a page of four columns: one after the other through all columns with their headlines in the
 * column; each over all columns, its headline over them or in the first; or side by side, two columns each.
 */
export type PdfLayout = 'flowing' | 'headlines-over-columns' | 'headlines-in-columns' | 'side-by-side';

export type PdfPageSource = { sources: readonly SourceArticle[]; layout: PdfLayout };

/** What stands on a page of four columns; `page` is the printed number. */
export type PrintedPdf = { bytes: Buffer; pages: { page: string; gold: GoldArticle[] }[] };

/** A Chinese font of an open licence. */
export const PDF_FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
);
const PAGE = { width: 842, height: 1191, margin: 40, top: 90 };
const COLUMNS = 4;
const GUTTER = 14;
const COLUMN = (PAGE.width - 2 * PAGE.margin - (COLUMNS - 1) * GUTTER) / COLUMNS;
const BODY = { size: 9, leading: 13 };
const HEADLINE = { size: 20, leading: 27 };
const DECK = { size: 12, leading: 17 };

type Type = { size: number; leading: number };
type SetLine = Type & { text: string; isCentred?: boolean };
type Area = { x: number; y: number; columns: number };

/**
 * Prints pages of a newspaper from page `first` on, each with its masthead, number and editors; a real producer of PDF
 * sets the type.
 */
export async function printPdf(pages: readonly PdfPageSource[], first = 1): Promise<PrintedPdf> {
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    font: PDF_FONT,
    autoFirstPage: false,
  });
  const bytes = collectBytes(document);
  const write = ({ text, size }: SetLine, x: number, y: number) =>
    document.fontSize(size).text(text, x, y, { lineBreak: false });
  for (const [index, { sources, layout }] of pages.entries()) {
    document.addPage();
    write({ text: '云江日报', ...DECK, size: 26 }, PAGE.margin, 30);
    write({ text: `2023年2月10日 星期五 第${index + first}版 要闻`, ...BODY }, PAGE.width - 260, 46);
    write({ text: '责任编辑：方小满 校对：何叶', ...BODY }, PAGE.margin, PAGE.height - 30);
    setPage(sources, layout, write);
  }
  document.end();
  const golds = pages.map(({ sources }, index) => ({
    page: String(index + first),
    gold: sources.map(toGold),
  }));
  return { bytes: await bytes, pages: golds };
}

/** All that a document writes until it ends. */
export function collectBytes(document: PDFKit.PDFDocument): Promise<Buffer> {
  const pieces: Buffer[] = [];
  document.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(pieces))));
}

type Write = (line: SetLine, x: number, y: number) => void;

function setPage(sources: readonly SourceArticle[], layout: PdfLayout, write: Write): void {
  const whole = { x: PAGE.margin, y: PAGE.top, columns: COLUMNS };
  if (layout === 'flowing') {
    fill(
      sources.flatMap((source) => [...setHead(source, COLUMN), ...setBody(source), space(BODY.leading)]),
      whole,
      PAGE.height - PAGE.top - 60,
      write,
    );
  } else if (layout === 'side-by-side') {
    const ends = [whole.y, whole.y];
    for (const [index, source] of sources.entries()) {
      const half = index % 2;
      const x = whole.x + half * 2 * (COLUMN + GUTTER);
      ends[half] = setArticle(source, { x, y: ends[half] ?? 0, columns: 2 }, true, write);
    }
  } else {
    let y = whole.y;
    for (const source of sources)
      y = setArticle(source, { ...whole, y }, layout === 'headlines-over-columns', write);
  }
}

/** An article in balanced columns; returns where the next one begins. */
function setArticle(source: SourceArticle, area: Area, isOver: boolean, write: Write): number {
  const width = isOver ? widthOf(area.columns) : COLUMN;
  const head = setHead(source, width);
  const lines = isOver ? setBody(source) : [...head, ...setBody(source)];
  let { y } = area;
  if (isOver) {
    for (const line of head) {
      write(line, area.x + (line.isCentred ? (width - lengthOf(line)) / 2 : 0), y);
      y += line.leading;
    }
  }
  // A headline is not broken by the end of its column.
  const least = isOver ? 0 : heightOf(head) + 3 * BODY.leading;
  const height = Math.max(least, heightOf(lines) / area.columns + BODY.leading);
  return fill(lines, { ...area, y }, height, write) + HEADLINE.leading;
}

const widthOf = (columns: number): number => columns * COLUMN + (columns - 1) * GUTTER;
const heightOf = (lines: readonly SetLine[]): number => lines.reduce((sum, { leading }) => sum + leading, 0);
const lengthOf = ({ text, size }: SetLine): number =>
  [...text].reduce((sum, character) => sum + (character < '\u0100' ? size / 2 : size), 0);
const space = (leading: number): SetLine => ({ text: '', size: 1, leading });

/** Column by column; returns the lowest end. */
function fill(lines: readonly SetLine[], area: Area, height: number, write: Write): number {
  let [column, y, lowest] = [0, area.y, area.y];
  for (const line of lines) {
    if (y + line.leading > area.y + height && column < area.columns - 1) {
      column++;
      y = area.y;
    }
    if (line.text) write(line, area.x + column * (COLUMN + GUTTER), y);
    y += line.leading;
    lowest = Math.max(lowest, y);
  }
  return lowest;
}

function setHead({ kicker, headline, subheadline, reporters }: SourceArticle, width: number): SetLine[] {
  const set = (text: string | undefined, type: Type, isCentred = true): SetLine[] =>
    text
      ? wrapLines(text, Math.floor(width / type.size), 0).map((line) => ({ text: line, isCentred, ...type }))
      : [];
  return [
    ...set(kicker, DECK),
    ...set(headline, HEADLINE),
    ...set(subheadline, DECK),
    ...set(`本报记者 ${reporters.join(' ')}`, BODY),
    space(6),
  ];
}

const setBody = ({ paragraphs }: SourceArticle): SetLine[] =>
  paragraphs.flatMap((paragraph) =>
    wrapLines(paragraph, Math.floor(COLUMN / BODY.size), 2).map((line, index) => ({
      text: index ? line : `　　${line}`,
      ...BODY,
    })),
  );

const toGold = ({ kicker, headline, subheadline, paragraphs, reporters }: SourceArticle): GoldArticle => ({
  headlines: [kicker, headline, subheadline].filter((deck) => deck !== undefined),
  byline: reporters,
  bodyText: paragraphs.join(''),
});
