import { findDateline } from './dateline.js';
import { isFurniture } from './furniture-line.js';
import { joinVertical } from './join-vertical.js';
import type { Line } from './line.js';
import { findListNumbers, type ListNumbers } from './list-numbers.js';
import { continuesParagraph, isCutLine } from './print-lines.js';
import { findPrintLines, findUsualGap } from './print-width.js';
import { endsOpen } from './running-text.js';
import { endsInCredit, endsInSignature, findSignature, type SignatureForm } from './signature.js';

/** What a block is, judged by its own text alone. */
type BlockRole = 'headline' | 'body' | 'byline' | 'furniture';

/** Lines that belong together on the page: a paragraph, a headline, a signature. */
export type Block = {
  role: BlockRole;
  text: string;
  /** The body of a new article begins here (本报讯, 新华社…电). */
  startsArticle: boolean;
  /** Of a signature, on which side of it its body stands. */
  signature: SignatureForm | null;
  /** Running text that ends in who wrote it, or in who took the picture that it describes. */
  signedOff: boolean;
  credited: boolean;
  /** Set vertically, one character a line: never a crosshead. */
  vertical: boolean;
  /** Marked as a heading by whoever made the text of the page. */
  isHeading: boolean;
  /** No blank line stands before it, though they stand around it or between most lines of the page. */
  isTight: boolean;
  /** More blank lines stand before it than are usual on the page. */
  afterGap: boolean;
  /** It ends without the mark of a sentence's end. */
  endsOpen: boolean;
  /** First and last number of the list items in it. */
  list: ListNumbers | null;
  /** 1-based numbers of its lines. */
  lines: number[];
};

const LIST_ITEM = /^第?[一二三四五六七八九十]{1,3}[项件]?是/u;
/** Characters; where lines are joined a headline may be set over two of them. */
const MAX_HEADLINE = { line: 45, joined: 55 };
/** A headline with a comma is short: 教育为本，点亮未来之光. */
const LONG_FOR_COMMA = 26;

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
  let before = 0;
  const close = () => {
    const isAlone = (blocks.at(-1)?.isTight ?? false) || usualGap > 0 || before > 0;
    if (open.length) {
      const gap = open[0]?.gap ?? 0;
      blocks.push({ ...buildBlock(open, usualGap), isTight: gap === 0 && isAlone });
      before = gap;
    }
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

function buildBlock(lines: readonly Line[], usualGap: number): Omit<Block, 'isTight'> {
  const text = lines.map((line) => line.text).join('');
  const startsArticle = findDateline(text) !== null;
  const signature = isFurniture(text) ? null : findSignature(text);
  const isHeading = lines.some((line) => line.isHeading);
  const role = lines[0]?.isShadow
    ? 'furniture'
    : findRole(text, startsArticle, signature !== null, isHeading, lines.length);
  return {
    role,
    text,
    startsArticle,
    signature,
    signedOff: role === 'body' && endsInSignature(text),
    credited: endsInCredit(text),
    vertical: lines.some((line) => line.vertical),
    isHeading,
    afterGap: (lines[0]?.gap ?? 0) > usualGap + 1,
    endsOpen: endsOpen(text),
    list: findListNumbers(text),
    lines: lines.flatMap(({ numbers }) => numbers),
  };
}

function findRole(
  text: string,
  startsArticle: boolean,
  isSignature: boolean,
  isHeading: boolean,
  lines: number,
): BlockRole {
  if (isFurniture(text)) return 'furniture';
  if (isHeading) return 'headline';
  if (isSignature) return 'byline';
  if (startsArticle || isEntry(text) || LIST_ITEM.test(text)) return 'body';
  const short = text.length <= (lines === 1 ? MAX_HEADLINE.line : MAX_HEADLINE.joined);
  const runs =
    /[。；;]/u.test(text) ||
    /[，,：:、]$/u.test(text) ||
    (text.length > LONG_FOR_COMMA && /[，,]/u.test(text));
  return short && !runs ? 'headline' : 'body';
}

/** An entry of a table, a list with marks, an advertisement or an interview: 地址：…, ▲…, 草鱼8.50 8.50 0.0%, 问：…？ */
function isEntry(text: string): boolean {
  const numbers = text.match(/\d+(?:\.\d+)?/gu) ?? [];
  return (
    /^[▲△★☆●◆■▶►·•]/u.test(text) ||
    /^(?:记者|问|答|\p{Script=Han}{2,4})[:：].*[？?。！]$/u.test(text) ||
    (/^.{2,14}[:：]/u.test(text) && numbers.length >= 2) ||
    /\d{3,4}-\d{6,8}|1\d{10}/u.test(text) ||
    (numbers.length >= 3 && !/\d年\d{1,2}月\d{1,2}日/u.test(text))
  );
}
