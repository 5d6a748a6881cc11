import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Points of the longer side: a page that is drawn larger takes gigabytes. */
const LONGEST = 8000;
/** Characters of print are recognised from 200 dots an inch on. */
const SCALE = 200 / 72;

/** What of a canvas is used here; the library makes it with the package that it has found. */
type Canvas = { toBuffer(type: 'image/png'): Uint8Array };
type CanvasFactory = { create(width: number, height: number): { canvas: Canvas } };

/** A page as a PNG picture. Throws where no canvas is installed. */
export async function drawPage(document: PDFDocumentProxy, page: PDFPageProxy): Promise<Uint8Array> {
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(SCALE, LONGEST / Math.max(natural.width, natural.height));
  const viewport = page.getViewport({ scale });
  const factory = document.canvasFactory as CanvasFactory;
  const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, viewport }).promise;
  return canvas.toBuffer('image/png');
}
