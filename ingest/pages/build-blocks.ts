import { type Block, buildBlock } from './block.js';
import { isFurniture } from './furniture-line.js';
import { joinVertical } from './join-vertical.js';
import type { Line } from './line.js';
import { continuesParagraph, isCutLine } from './print-lines.js';
import { findPrintLines, findUsualGap } from './print-width.js';

/**
 * Lines → blocks with their roles. Print lines of a hard-wrapped page are joined to paragraphs; of a page with a
 * paragraph a line each line is a block, because whether a column break cuts it is settled later.
 */
export function buildBlocks(lines: readonly Line[]): Block[] {
  const columns = joinVertical(lines);
  const printed = columns.filter((line) => !isAside(line));
  const inPrintLines = findPrintLines(printed);
  const usualGap = findUsualGap(printed);
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length) blocks.push(buildBlock(open, usualGap));
    open = [];
  };
  for (const [at, line] of columns.entries()) {
    const last = open.at(-1);
    const ahead = columns.slice(at + 1, at + 4);
    const goesOn = inPrintLines.has(line)
      ? continuesParagraph(open, line, ahead, usualGap)
      : last && isCutLine(last, line);
    if (!goesOn) close();
    open.push(line);
  }
  close();
  return blocks;
}

/** Not part of what is printed in columns. */
const isAside = ({ text, isShadow }: Line): boolean => isShadow === true || isFurniture(text);
