import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findRules, multiply } from './find-rules.js';
import type { PdfItem, PdfPage } from './pdf-page.js';

type TextItem = { str: string; transform: number[]; width: number; height: number; fontName: string };
/** What the library knows of a font once the page's drawing was read. */
type FontFacts = { name?: string; bold?: boolean; black?: boolean };

/** Names of fonts that are drawn heavy: …-Bold, 方正大标宋, 黑体. */
const HEAVY = /bold|heavy|black|semibold|demi|hei|xbs|dbs|黑|粗|大标|小标/iu;

/** A page's text with its places and fonts, and the lines drawn on it. */
export async function readPdfPage(page: PDFPageProxy): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1 });
  // The drawing comes first: it makes the fonts known.
  const rules = await findRules(page, view.transform);
  const content = await page.getTextContent();
  const fonts = new Map<string, { font: string; bold: boolean }>();
  const nameFont = (id: string) => {
    const known = fonts.get(id) ?? describeFont(page, id);
    fonts.set(id, known);
    return known;
  };
  const items = content.items.flatMap((item): PdfItem[] => {
    if (!('str' in item) || !item.str.trim()) return [];
    const { str, transform, width, height, fontName } = item as TextItem;
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = multiply(view.transform, transform);
    const vertical = content.styles[fontName]?.vertical === true;
    // Text that is turned by a quarter is a page's edge, no column.
    if (!vertical && Math.abs(b) > Math.abs(a)) return [];
    const size = Math.hypot(c, d);
    return [{ text: str, x, y, length: vertical ? height : width, size, vertical, ...nameFont(fontName) }];
  });
  return { number: page.pageNumber, width: view.width, height: view.height, items, rules };
}

function describeFont(page: PDFPageProxy, id: string): { font: string; bold: boolean } {
  const facts = page.commonObjs.has(id) ? (page.commonObjs.get(id) as FontFacts | null) : null;
  const font = (facts?.name ?? id).replace(/^[A-Z]{6}\+/u, '');
  return { font, bold: facts?.bold === true || facts?.black === true || HEAVY.test(font) };
}
