import type { Difference } from '../domain/wording/quotation.js';
import type { PrintedQuotation } from '../search/find-quotation.js';
import type { Edit } from '../text/align.js';
import { fold } from '../text/fold.js';

const SYMBOL = /[%％‰℃°＄$￥¥]/u;
const OF_NUMBER = /[\d.．]/u;
const SHOWN = /[\p{L}\p{N}.．]/u;

/**
 * What differs, each with so much around it that it can be read: whole numbers, and a character beside a change
 * (“七件”, “六件”), on both sides where something is missing.
 */
export function describeDifferences(quotation: string, { article, edits }: PrintedQuotation): Difference[] {
  const widened = edits.map((edit) => widen(quotation, article.body, edit));
  return joinTouching(widened).map(({ start, end, from, to }) => ({
    given: show(quotation.slice(start, end)),
    printed: show(article.body.slice(from, to)),
  }));
}

function widen(given: string, printed: string, edit: Edit): Edit {
  const wide = { ...edit };
  while (SYMBOL.test(given[wide.end] ?? '')) wide.end++;
  while (SYMBOL.test(printed[wide.to] ?? '')) wide.to++;
  const touchesNumber = OF_NUMBER.test(given.slice(edit.start, edit.end) + printed.slice(edit.from, edit.to));
  while (touchesNumber && OF_NUMBER.test(given[wide.start - 1] ?? '') && stepLeft(given, printed, wide));
  while (touchesNumber && OF_NUMBER.test(given[wide.end] ?? '') && stepRight(given, printed, wide));
  stepRight(given, printed, wide);
  const isBare = edit.start === edit.end || edit.from === edit.to;
  if ((isBare && !touchesNumber) || wide.end - wide.start < 2) stepLeft(given, printed, wide);
  return wide;
}

function stepLeft(given: string, printed: string, edit: Edit): boolean {
  if (!isSame(given[edit.start - 1], printed[edit.from - 1])) return false;
  edit.start--;
  edit.from--;
  return true;
}

function stepRight(given: string, printed: string, edit: Edit): boolean {
  if (!isSame(given[edit.end], printed[edit.to])) return false;
  edit.end++;
  edit.to++;
  return true;
}

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && SHOWN.test(one + other) && fold(one) === fold(other);

function joinTouching(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (!last || (edit.start > last.end && edit.from > last.to)) joined.push({ ...edit });
    else {
      last.end = Math.max(last.end, edit.end);
      last.to = Math.max(last.to, edit.to);
    }
  }
  return joined;
}

const show = (text: string): string => text.replace(/\s+/gu, '');
