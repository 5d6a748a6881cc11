import { parseMarker } from '../../continue/marker.js';
import { isFurniture } from '../text/furniture-line.js';
import { type Block, buildBlock } from './block.js';
import { joinVertical } from './join-vertical.js';
import type { Line } from './line.js';
import { continuesParagraph, isCutLine } from './print-lines.js';
import { findPrintLines, findUsualGap } from './print-width.js';

/**
 * Lines → blocks with their roles. Print lines of a hard-wrapped page are joined to paragraphs; of a page with a
 * paragraph a line each line is a block, because whether a column break cuts it is settled later. What is not printed
 * in the columns (mastheads, editors' lines, shadows) comes last, so that it changes nothing about them.
 */
export function buildBlocks(lines: readonly Line[]): Block[] {
  const all = joinVertical(lines);
  const asides = all.filter(isAside);
  const printed = levelTop(all.filter((line) => !isAside(line)));
  const inPrintLines = findPrintLines(printed);
  const usualGap = findUsualGap(printed);
  const groups: Line[][] = [];
  for (const [at, line] of printed.entries()) {
    const open = groups.at(-1) ?? [];
    const last = open.at(-1);
    const goesOn = inPrintLines.has(line)
      ? continuesParagraph(open, line, printed.slice(at + 1, at + 4), usualGap)
      : last && isCutLine(last, line);
    if (goesOn) open.push(line);
    else groups.push([line]);
  }
  return [...groups, ...asides.map((line) => [line])].map((group) => buildBlock(group, usualGap));
}

/** Not part of what is printed in columns; a marker ends the text before it and stays in its place. */
const isAside = ({ text, isShadow }: Line): boolean =>
  isShadow === true || (isFurniture(text) && parseMarker(text) === null);

/** What stands above the first printed line says nothing about it. */
function levelTop(printed: readonly Line[]): Line[] {
  const usualGap = findUsualGap(printed.slice(1));
  return printed.map((line, index) => (index ? line : { ...line, gap: usualGap }));
}
