import PDFDocument from 'pdfkit';
import type { SourceArticle } from './make-page/made-page.js';
import { wrapLines } from './make-page/wrap-lines.js';
import { collectBytes, PDF_FONT } from './print-pdf.js';

const PAGE = { size: [595, 842] as [number, number], left: 40, width: 515, bottom: 780 };
const BODY = 12;
const CROSSHEAD = 14;
const HEADLINE = 26;

/**
 * An issue set anew: contents first, then each article on a page of its own with its headline, its author, the line that
 * tells where it was printed, and a crosshead behind its first paragraph; a page's number at each foot.
 */
export async function printResetIssue(sources: readonly SourceArticle[]): Promise<Buffer> {
  const document = new PDFDocument({ size: PAGE.size, margin: 0, font: PDF_FONT, autoFirstPage: false });
  const bytes = collectBytes(document);
  let [y, pages] = [60, 0];
  const addPage = () => {
    document.addPage();
    pages++;
    document.fontSize(9).text(`第 ${pages} 页`, 280, 815, { lineBreak: false });
    y = 60;
  };
  const write = (text: string, size: number, isCentred: boolean, indent = 0) => {
    for (const [index, line] of wrapLines(text, Math.floor(PAGE.width / size), indent).entries()) {
      if (y > PAGE.bottom) addPage();
      document.fontSize(size);
      const x = isCentred ? (PAGE.left * 2 + PAGE.width - document.widthOfString(line)) / 2 : PAGE.left;
      document.text(line, x + (index ? 0 : indent * size), y, { lineBreak: false });
      y += size * 1.8;
    }
  };
  addPage();
  write('云江日报文章目录', 20, true);
  for (const [index, { headline }] of sources.entries()) write(`${index + 1}. ${headline}`, 11, false);
  for (const [index, { headline, reporters, paragraphs }] of sources.entries()) {
    addPage();
    write(headline, HEADLINE, true);
    write(`本报记者 ${reporters.join(' ')}`, 10, true);
    write(`《云江日报》（2023年02月10日 第 0${index + 1} 版）`, 10, true);
    for (const [at, paragraph] of paragraphs.entries()) {
      write(paragraph, BODY, false, 2);
      if (!at) write('往后看', CROSSHEAD, false);
    }
  }
  document.end();
  return bytes;
}
