import { stat } from 'node:fs/promises';
import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest.js';
import * as pdfWording from '../../../src/domain/wording/ingest-pdf.js';
import type { Reading } from '../reader.js';
import { type OpenedPdf, openPdf, PDF_BOUNDS, type PdfBounds, PdfError } from './file/open-pdf.js';
import { type ReadPage, readPage } from './layout/lay-out.js';
import { recognisePages } from './recognise/recognise-pages.js';

/** An issue has some hundred pages at most, a re-set one some hundreds. */
const MAX_PAGES = 2000;

/**
 * The pages of a PDF file with their lines; pictures of pages are recognised where the means are there.
 * @throws InputError for a file that is encrypted, damaged, empty or too large, or of which no page has text
 */
export async function readPages(
  path: string,
  { onProblem }: Pick<Reading, 'onProblem'>,
  bounds: PdfBounds = PDF_BOUNDS,
): Promise<ReadPage[]> {
  const facts = await stat(path).catch(() => null);
  if (facts?.size === 0) throw new InputError(wording.emptyFile(path));
  const pdf = await openPdf(path, bounds).catch((error: unknown) => {
    throw toInputError(path, null, error, bounds);
  });
  try {
    if (pdf.pages > MAX_PAGES) throw new InputError(pdfWording.pdfTooManyPages(path, pdf.pages, MAX_PAGES));
    const { pages, damaged } = await readAll(path, pdf, bounds);
    if (!pages.length) throw new InputError(pdfWording.damagedPdf(path));
    for (const number of damaged) onProblem(pdfWording.damagedPdfPage(path, number));
    const pictures = pages.filter(({ lines }) => !lines.length).map(({ number }) => number);
    const { recognised, problems } = await recognisePages(path, pdf, pictures);
    if (pictures.length === pages.length && !recognised.size) throw new InputError(problems.join(''));
    problems.forEach(onProblem);
    return pages.map((page) => recognised.get(page.number) ?? page);
  } finally {
    await pdf.close();
  }
}

/** A damaged page is passed over; one that would take the machine with it ends the file. */
async function readAll(
  path: string,
  pdf: OpenedPdf,
  bounds: PdfBounds,
): Promise<{ pages: ReadPage[]; damaged: number[] }> {
  const pages: ReadPage[] = [];
  const damaged: number[] = [];
  for (let number = 1; number <= pdf.pages; number++) {
    try {
      pages.push(readPage(await pdf.readPage(number)));
    } catch (error) {
      if (!(error instanceof PdfError) || error.fault !== 'damaged')
        throw toInputError(path, number, error, bounds);
      damaged.push(number);
    }
  }
  return { pages, damaged };
}

function toInputError(path: string, page: number | null, error: unknown, bounds: PdfBounds): unknown {
  if (!(error instanceof PdfError)) return error;
  return new InputError(explain(path, page, error, bounds), { cause: error });
}

function explain(path: string, page: number | null, { fault, message }: PdfError, bounds: PdfBounds): string {
  switch (fault) {
    case 'encrypted':
      return pdfWording.encryptedPdf(path);
    case 'size':
      return pdfWording.pdfTooLarge(path, bounds.fileBytes / 1e6);
    case 'memory':
      return pdfWording.pdfTakesMemory(path, page);
    case 'time':
      return pdfWording.pdfTakesTime(path, page, bounds.stepMs / 1000);
    case 'damaged':
      return pdfWording.damagedPdf(path);
    case 'input':
      return message;
  }
}
