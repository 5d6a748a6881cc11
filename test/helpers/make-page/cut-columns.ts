import type { PageLook } from './made-page.js';
import type { Random } from './random.js';
import { findCut, type NumberSpacing, spaceLetters, spaceNumbers, wrapLines } from './wrap-lines.js';

/** Sets a body in up to so many columns; each is its printed lines. A column ends in the middle of a sentence. */
export function cutColumns(
  paragraphs: readonly string[],
  count: number,
  narrow: boolean,
  look: PageLook,
  random: Random,
): string[][] {
  if (look.style === 'hard-wrapped') return cutWrapped(paragraphs, count, narrow, look, random);
  const indent = look.indented ? '　　' : '';
  const pieces = paragraphs.map((paragraph) => `${indent}${paragraph}`);
  if (look.style === 'body-in-one-line' && !narrow) return cutText([pieces.join('')], count, random);
  return cutText(pieces, count, random);
}

function cutText(paragraphs: readonly string[], count: number, random: Random): string[][] {
  const total = paragraphs.join('').length;
  const columns: string[][] = [[]];
  let seen = 0;
  for (const paragraph of paragraphs) {
    let rest = paragraph;
    for (;;) {
      const due = (total * columns.length) / count + random.integer(-20, 20) - seen;
      const cut = columns.length < count && due < rest.length ? findCut(rest, Math.round(due)) : null;
      if (cut === null) break;
      columns.at(-1)?.push(rest.slice(0, cut));
      columns.push([]);
      seen += cut;
      rest = rest.slice(cut);
    }
    columns.at(-1)?.push(rest);
    seen += rest.length;
  }
  return columns;
}

function cutWrapped(
  paragraphs: readonly string[],
  count: number,
  narrow: boolean,
  look: PageLook,
  random: Random,
): string[][] {
  const width = narrow ? random.integer(8, 12) : random.integer(13, 20);
  const spacing = random.weigh<NumberSpacing>({ before: 0.4, around: 0.2, none: 0.4 });
  const set = paragraphs.flatMap((paragraph) => {
    const isCrosshead = paragraph.length < 16;
    const lines = wrapLines(paragraph, width, isCrosshead ? 0 : 2);
    return lines.map((line, at) => ({
      line: spaceLetters(spaceNumbers(line, spacing), random),
      isFirst: at === 0 && !isCrosshead,
      isLast: at === lines.length - 1,
    }));
  });
  const columns: string[][] = [[]];
  for (const [at, { line, isFirst, isLast }] of set.entries()) {
    columns.at(-1)?.push(isFirst && look.indented ? `　　${line}` : line);
    const due = at + 1 >= (set.length * columns.length) / count;
    const inside = !isLast && !/[。！？”；]$/u.test(line);
    if (due && inside && columns.length < count) columns.push([]);
  }
  return columns;
}
