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
  onProblem: (sentence: string) => void,
): Promise<Map<number, ReadPage>> {
  const recognised = new Map<number, ReadPage>();
  if (!numbers.length) return recognised;
  const missing = await findTesseract();
  if (missing) {
    onProblem(wording.pdfWithoutText(path, formatNumbers(numbers), missing));
    return recognised;
  }
  const blank: number[] = [];
  for (const number of numbers) {
    try {
      const found = parseTesseract(await runTesseract(await pdf.drawPage(number)), number);
      if (found.items.length) recognised.set(number, readPage(found));
      else blank.push(number);
    } catch (error) {
      onProblem(
        wording.recognitionFailed(path, number, error instanceof Error ? error.message : String(error)),
      );
    }
  }
  if (recognised.size) onProblem(wording.recognisedPages(path, formatNumbers([...recognised.keys()])));
  if (blank.length) onProblem(wording.nothingRecognised(path, formatNumbers(blank)));
  return recognised;
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
