import type { PageParts } from '../../../pages/take-apart.js';
import { findRunningHeads } from '../layout/find-asides.js';
import { findBodyType, type LaidOutPage, layOut, type ReadPage } from '../layout/lay-out.js';
import { assemble } from './assemble.js';
import { buildParts, type DraftPart } from './build-parts.js';
import { LineNumbers } from './draft.js';
import { dropContents } from './drop-contents.js';
import { findHeadlineSize } from './headline-size.js';

/** What stands on a page of a file, or on pages that were set in one column and run on, taken apart. */
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
  const tried = filled.map((page) => layOut(page, body, isRunning));
  const single = tried.filter(({ isSingleColumn }) => isSingleColumn);
  if (single.length >= tried.length * SINGLE_SHARE) {
    const inOneColumn = filled.map((page) => layOut(page, body, isRunning, true));
    return inOneColumn.length ? [takeApart(inOneColumn, body.size, true)] : [];
  }
  const printed = filled.map((page) => layOut(page, findBodyType(page.lines), isRunning));
  return groupPages(printed).flatMap((group) => {
    const part = takeApart(group, findBodyType(linesOf(group)).size, false);
    return splitByPage(part, group);
  });
}

const linesOf = (pages: readonly LaidOutPage[]) =>
  pages.flatMap(({ pieces }) => pieces.flatMap(({ lines }) => lines));

/** A page without a masthead that begins with running text goes on with the page before. */
function groupPages(pages: readonly LaidOutPage[]): LaidOutPage[][] {
  const groups: LaidOutPage[][] = [];
  for (const page of pages) {
    const open = groups.at(-1);
    const goesOn = !page.asides.above.length && page.pieces[0]?.kind === 'text' && !page.pieces[0].isDistinct;
    if (open && goesOn) open.push(page);
    else groups.push([page]);
  }
  return groups;
}

function takeApart(
  pages: readonly LaidOutPage[],
  bodySize: number,
  isSingleColumn: boolean,
): DocumentPart & { numbers: LineNumbers } {
  const pieces = pages.flatMap((page) => page.pieces);
  const above = pages.flatMap(({ asides }) => asides.above);
  const below = pages.flatMap(({ asides }) => asides.below);
  const lines = [...above, ...linesOf(pages), ...below];
  const numbers = new LineNumbers(lines);
  const tiers = { headline: findHeadlineSize(pieces, bodySize, isSingleColumn) };
  const { articles, furniture } = dropContents(buildParts(assemble(pieces, tiers, numbers), numbers));
  const asides = [...above, ...below].map((line) => ({ text: line.text, lines: numbers.of([line]) }));
  return {
    pages: pages.map(({ number }) => number),
    articles,
    furniture: [...furniture, ...asides].sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0)),
    lines: numbers.toLines(lines),
    numbers,
  };
}

/** An article belongs to the page that it begins on. */
function splitByPage(
  { articles, furniture, numbers }: DocumentPart & { numbers: LineNumbers },
  pages: readonly LaidOutPage[],
): DocumentPart[] {
  return pages.map((page, index) => {
    const { above, below } = page.asides;
    const own = [...above, ...linesOf([page]), ...below];
    const ownNumbers = new Set(numbers.of(own));
    return {
      pages: [page.number],
      articles: articles.filter(
        (article) => article.page === page.number || (!index && article.page === null),
      ),
      furniture: furniture.filter(({ lines }) => lines.some((line) => ownNumbers.has(line))),
      lines: numbers.toLines(own),
    };
  });
}
