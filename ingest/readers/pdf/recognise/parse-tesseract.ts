import type { PdfItem, PdfPage } from '../file/pdf-page.js';

/** Levels of tesseract's table: the page, and one word. */
const PAGE = '1';
const WORD = '5';
/** Words of which tesseract is less sure, in per cent, are specks. */
const LEAST_SURE = 20;

type Word = { line: string; left: number; top: number; width: number; height: number; text: string };

/** Tesseract's table (level, page, block, paragraph, line, word, left, top, width, height, confidence, text) → a page whose points are pixels. */
export function parseTesseract(table: string, number: number): PdfPage {
  const rows = table.split('\n').map((line) => line.split('\t'));
  const [, , , , , , , , pageWidth, pageHeight] = rows.find(([level]) => level === PAGE) ?? [];
  const words = rows.flatMap((row): Word[] => {
    const [level, , block, paragraph, line] = row;
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = row.slice(6, 11).map(Number);
    const text = row.slice(11).join(' ').trim();
    if (level !== WORD || !text || confidence < LEAST_SURE) return [];
    return [{ line: `${block} ${paragraph} ${line}`, left, top, width, height, text }];
  });
  const lines = new Map<string, Word[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  return {
    number,
    width: Number(pageWidth ?? 0),
    height: Number(pageHeight ?? 0),
    items: [...lines.values()].map(toItem),
    rules: [],
  };
}

/** A line's words, between which Chinese has no spaces. Marks and 一 are low: the highest words tell the size. */
function toItem(words: readonly Word[]): PdfItem {
  const left = Math.min(...words.map((word) => word.left));
  const right = Math.max(...words.map((word) => word.left + word.width));
  const top = Math.min(...words.map((word) => word.top));
  const bottom = Math.max(...words.map((word) => word.top + word.height));
  // Print sets body type in few sizes; recognised boxes differ by some pixels.
  const size = Math.max(8, Math.round((bottom - top) / 4) * 4);
  const text = words.map((word) => word.text).join(' ');
  return {
    text: text.replace(/(?<=[\p{Script=Han}\p{P}]) | (?=[\p{Script=Han}\p{P}])/gu, ''),
    x: left,
    y: bottom - size * 0.14,
    length: right - left,
    size,
    font: '',
    bold: false,
    vertical: false,
  };
}
