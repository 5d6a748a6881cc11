import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from './pdf-page.js';

/** a b c d e f of a PDF matrix. */
type Matrix = readonly number[];

/** Points: a line is no thicker, and no shorter, than this. */
const THICKEST = 3;
const SHORTEST = 24;
/** A page of more lines is a drawing. */
const MOST = 5000;

/** First the inner matrix, then the outer one. */
export const multiply = (outer: Matrix, inner: Matrix): number[] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

/** The straight lines that a page draws, and the sides of its boxes: what separates articles. Pictures are not decoded. */
export async function findRules(page: PDFPageProxy, view: Matrix): Promise<Box[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Box[] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = view;
  for (const [at, operator] of fnArray.entries()) {
    const values = argsArray[at];
    if (operator === OPS.save) kept.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? view;
    else if (operator === OPS.transform) matrix = multiply(matrix, values);
    else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(matrix);
      if (values?.[0]) matrix = multiply(matrix, values[0]);
    } else if (operator === OPS.constructPath && values?.[0] !== OPS.endPath && values?.[2]) {
      rules.push(...sidesOf(toBox(matrix, values[2])));
      if (rules.length > MOST) return [];
    }
  }
  return rules;
}

function toBox(matrix: Matrix, bounds: ArrayLike<number>): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const [left = 0, low = 0, right = 0, high = 0] = Array.from(bounds);
  const xs = [a * left + c * low + e, a * right + c * high + e];
  const ys = [b * left + d * low + f, b * right + d * high + f];
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}

/** A thin box is a line; a larger one has four. */
function sidesOf(box: Box): Box[] {
  const { x0, x1, y0, y1 } = box;
  const [width, height] = [x1 - x0, y1 - y0];
  if (height <= THICKEST) return width >= SHORTEST ? [box] : [];
  if (width <= THICKEST) return height >= SHORTEST ? [box] : [];
  if (width < SHORTEST || height < SHORTEST) return [];
  return [
    { x0, x1, y0, y1: y0 },
    { x0, x1, y0: y1, y1 },
    { x0, x1: x0, y0, y1 },
    { x0: x1, x1, y0, y1 },
  ];
}
