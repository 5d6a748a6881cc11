import { countCompared } from './compare-folded.js';

// A sentence ends behind 。！？ with the marks that close there, at a line break and where words were left out (……).
const PIECE = /[^。！？!?\n…]*(?:[。！？!?]+[”’"』」）)》]*|\n|…+|$)/gu;

/**
 * A quotation of several sentences → its sentences, also where it leaves some out by ……. One of fewer folded characters
 * than `least` goes with its neighbour.
 */
export function splitQuotation(quotation: string, least: number): string[] {
  const pieces: string[] = [];
  let open = '';
  for (const [piece] of quotation.replace(/\.{3,}/gu, '……').matchAll(PIECE)) {
    open += piece;
    if (countCompared(open) < least) continue;
    pieces.push(open.trim());
    open = '';
  }
  const last = pieces.pop();
  return [...pieces, ((last ?? '') + open).trim()].filter(Boolean);
}
