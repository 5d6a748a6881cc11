import * as wording from '../../../../src/domain/wording/ingest-pdf.js';
import type { OpenedPdf } from '../file/open-pdf.js';
import { type ReadPage, readPage } from '../layout/lay-out.js';
import { parseTesseract } from './parse-tesseract.js';
import { findTesseract, runTesseract } from './tesseract.js';

/**
 * Recognises the text of pages that are pictures, by tesseract with its Chinese data. What cannot be is told with the
 * pages' numbers and what is missing.
 */
export async function recognisePages(
  path: string,
  pdf: OpenedPdf,
  numbers: readonly number[],
): Promise<{ recognised: Map<number, ReadPage>; problems: string[] }> {
  const recognised = new Map<number, ReadPage>();
  const problems: string[] = [];
  if (!numbers.length) return { recognised, problems };
  const missing = await findTesseract();
  if (missing) {
    problems.push(wording.pdfWithoutText(path, formatNumbers(numbers), missing));
    return { recognised, problems };
  }
  const blank: number[] = [];
  for (const number of numbers) {
    try {
      const found = parseTesseract(await runTesseract(await pdf.drawPage(number)), number);
      if (found.items.length) recognised.set(number, readPage(found));
      else blank.push(number);
    } catch (error) {
      problems.push(
        wording.recognitionFailed(path, number, error instanceof Error ? error.message : String(error)),
      );
    }
  }
  if (recognised.size) problems.push(wording.recognisedPages(path, formatNumbers([...recognised.keys()])));
  if (blank.length) problems.push(wording.nothingRecognised(path, formatNumbers(blank)));
  return { recognised, problems };
}

/** 3, 4, 5, 9 → 3–5、9 */
function formatNumbers(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}
