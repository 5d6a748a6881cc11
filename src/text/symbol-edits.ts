import type { Alignment, Edit } from './align.js';
import { type FoldedText, foldForComparing } from './fold.js';
import type { Span } from './split-sentences.js';

/** A text with what it is compared as. */
export type ComparedText = FoldedText & { original: string };

export const toCompared = (original: string): ComparedText => ({ original, ...foldForComparing(original) });

/** Left out in comparing like all marks, but 7% is not 7‰. */
const SYMBOLS = /[%‰℃°±×÷=<>$¥€£]/gu;

/** A stretch of the compared text in offsets of the original; an empty one stands behind the character before it. */
export function originalSpan({ offsets, ends }: FoldedText, from: number, to: number): Span {
  if (from < to) return { start: offsets[from] ?? 0, end: ends[to - 1] ?? 0 };
  const at = ends[from - 1] ?? 0;
  return { start: at, end: at };
}

/**
 * The characters (in compared offsets, one each) behind which the two texts have different symbols. Where the part
 * ends it may break off before one.
 */
export function findSymbolEdits(part: ComparedText, text: ComparedText, { start, edits }: Alignment): Edit[] {
  const found: Edit[] = [];
  let i = 0;
  let j = start;
  for (const edit of [...edits, { start: part.text.length, end: part.text.length, from: 0, to: 0 }]) {
    for (; i < edit.start; i++, j++) {
      const given = symbolsBehind(part, i);
      const breaksOff = i + 1 === part.text.length && given === '';
      if (given !== symbolsBehind(text, j) && !breaksOff)
        found.push({ start: i, end: i + 1, from: j, to: j + 1 });
    }
    i = edit.end;
    j = edit.to;
  }
  return found;
}

function symbolsBehind({ original, offsets, ends }: ComparedText, at: number): string {
  const gap = original.slice(ends[at] ?? 0, offsets[at + 1] ?? original.length);
  return gap === '' ? '' : (gap.normalize('NFKC').match(SYMBOLS) ?? []).join('');
}
