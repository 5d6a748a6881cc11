import type { PageParts } from '../../../pages/take-apart.js';
import { findRunningHeads } from '../layout/find-asides.js';
import { findBodyType, type LaidOutPage, layOut, type ReadPage } from '../layout/lay-out.js';
import { assemble } from './assemble.js';
import { buildParts, type DraftPart } from './build-parts.js';
import { LineNumbers } from './draft.js';
import { dropContents } from './drop-contents.js';
import { findHeadlineSize } from './headline-size.js';

/** What stands on some pages of a file, taken apart as one. */
export type DocumentPart = Omit<PageParts, 'articles'> & {
  articles: DraftPart[];
  /** 1-based numbers of the pages in the file. */
  pages: number[];
};

/** An issue set in one column, page after page, has hardly a page of several. */
const SINGLE_SHARE = 0.85;

/**
 * A file's pages → their articles. Pages of print are taken apart one by one; what is set in one column runs on from
 * page to page, so that all of it is one.
 */
export function takeDocumentApart(pages: readonly ReadPage[]): DocumentPart[] {
  const filled = pages.filter(({ lines }) => lines.length);
  const isRunning = findRunningHeads(filled);
  const body = findBodyType(filled.flatMap(({ lines }) => lines));
  const laidOut = filled.map((page) => layOut(page, body, isRunning));
  const single = laidOut.filter(({ isSingleColumn }) => isSingleColumn);
  if (single.length >= laidOut.length * SINGLE_SHARE)
    return laidOut.length ? [takeApart(laidOut, body.size)] : [];
  return filled.map((page) => {
    const own = findBodyType(page.lines);
    return takeApart([layOut(page, own, isRunning)], own.size);
  });
}

function takeApart(pages: readonly LaidOutPage[], bodySize: number): DocumentPart {
  const pieces = pages.flatMap((page) => page.pieces);
  const above = pages.flatMap(({ asides }) => asides.above);
  const below = pages.flatMap(({ asides }) => asides.below);
  const printed = pieces.flatMap(({ lines }) => lines);
  const numbers = new LineNumbers([...above, ...printed, ...below]);
  const tiers = { headline: findHeadlineSize(pieces, bodySize, pages.every(isSingle)) };
  const { articles, furniture } = dropContents(buildParts(assemble(pieces, tiers, numbers), numbers));
  const asides = [...above, ...below].map((line) => ({ text: line.text, lines: numbers.of([line]) }));
  return {
    pages: pages.map(({ number }) => number),
    articles,
    furniture: [...furniture, ...asides].sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0)),
    lines: numbers.toLines([...above, ...printed, ...below]),
  };
}

const isSingle = ({ isSingleColumn }: LaidOutPage): boolean => isSingleColumn;
