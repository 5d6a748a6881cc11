import { endsOpen, findDateline, findListNumbers } from './clues.js';
import { joinVertical } from './join-vertical.js';
import type { Line } from './line.js';

/** What a block is, judged by its own text alone. */
type BlockRole = 'headline' | 'body' | 'byline' | 'furniture';

/** Lines that belong together on the page: a paragraph, a headline, a signature. */
export type Block = {
  role: BlockRole;
  text: string;
  /** The body of a new article begins here (本报讯, 新华社…电). */
  startsArticle: boolean;
  /** Set vertically, one character a line: never a crosshead. */
  vertical: boolean;
  /** More blank lines stand before it than are usual on the page. */
  afterGap: boolean;
  /** It ends without the mark of a sentence's end. */
  endsOpen: boolean;
  /** First and last number of the list items in it. */
  list: { first: number; last: number } | null;
  /** 1-based numbers of its lines. */
  lines: number[];
};

const SIGNATURE_LINE =
  /^(?:[（(【]?\s*(?:□|■|◎|文\/|图\/)?\s*(?:本报|本刊|见习|实习)?(?:记者|通讯员|特约记者|特约通讯员|作者)[\s:：].{1,40}[）)】]?|[（(][\p{Script=Han}·\s、]{2,30}(?:\s?文\/摄|\s?摄影?|\s?文)?[）)]|[\p{Script=Han}·\s]{2,20}(?:(?:\s|\/)?(?:摄|摄影|文\/摄)|\s作)|□.{2,40})$/u;
const FURNITURE =
  /^(?:责任?编辑?[\s:：]|编辑[\s:：]|版式|校对|美编|值班|组版|广告热线|国内统一|邮发代号|(?:[一二三四五六日]?版?)?\d{4}年\d{1,2}月\d{1,2}日\s*星期|第?\s*[A-Z]?\d{1,3}\s*版$)/u;
/** Characters; where lines are joined a headline may be set over two of them. */
const MAX_HEADLINE = { line: 45, joined: 55 };
/** A headline with a comma is short: 教育为本，点亮未来之光. */
const LONG_FOR_COMMA = 26;
/** A page of fewer lines does not tell how it is set; a newspaper's column is no wider than this, in characters. */
const HARD_WRAPPED = { fromLines: 12, width: 34 };
/** So many characters short of the column's width a line still counts as full. */
const RAGGED = 2;
/** What goes on with a line that is no sentence yet has at least this many characters. */
const SHORTEST_REST = 4;

/**
 * Lines → blocks with their roles. Print lines of a hard-wrapped page are joined to paragraphs; of a page with a
 * paragraph a line each line is a block, because whether a column break cuts it is settled later.
 */
export function buildBlocks(lines: readonly Line[]): Block[] {
  const width = printWidth(lines);
  const columns = joinVertical(lines);
  const usualGap = findUsualGap(lines);
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length) blocks.push(buildBlock(open, width, usualGap));
    open = [];
  };
  for (const [at, line] of columns.entries()) {
    if (open.length && !continues(open, line, width === null ? null : localWidth(columns, at))) close();
    open.push(line);
  }
  close();
  return blocks;
}

/**
 * The number of characters of a full print line where the page is hard-wrapped, else null (a paragraph a line).
 * A page counts as hard-wrapped when most of its lines are short and alike.
 */
function printWidth(lines: readonly Line[]): number | null {
  const lengths = lines
    .map(({ text }) => text.length)
    .filter((length) => length > 1)
    .sort((a, b) => a - b);
  const typical = lengths[Math.floor(lengths.length * 0.75)] ?? 0;
  return lengths.length >= HARD_WRAPPED.fromLines && typical <= HARD_WRAPPED.width ? typical : null;
}

/** How wide the column is set where a line stands: captions and boxes are narrower than the page's columns. */
function localWidth(lines: readonly Line[], at: number): number {
  const around = lines.slice(Math.max(0, at - 3), at + 3).filter(({ vertical }) => !vertical);
  const lengths = around.map(({ text }) => text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

/** Running text has a mark within so many print lines. */
const LOOK_BACK = 8;

/** Whether a line goes on with the block that stands open before it. */
function continues(open: readonly Line[], line: Line, width: number | null): boolean {
  const last = open[open.length - 1];
  if (last?.vertical || line.vertical) return false;
  if (!last || width === null || findDateline(line.text)) return false;
  if ([last, line].some(({ text }) => SIGNATURE_LINE.test(text) || FURNITURE.test(text))) return false;
  const isFull = last.text.length >= width - RAGGED;
  if (!endsOpen(last.text)) return isFull;
  const running =
    open.slice(-LOOK_BACK).some(({ text }) => /[，,。；]/u.test(text)) ||
    findDateline(open[0]?.text ?? '') !== null;
  return running || (isFull && open.length === 1 && line.text.length >= SHORTEST_REST);
}

/** The number of blank lines that most lines have before them. */
function findUsualGap(lines: readonly Line[]): number {
  const gaps = lines.map(({ gap }) => gap).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

function buildBlock(lines: readonly Line[], width: number | null, usualGap: number): Block {
  const text = lines.map((line) => line.text).join('');
  const startsArticle = findDateline(text) !== null;
  return {
    role: findRole(text, startsArticle, width),
    text,
    startsArticle,
    vertical: lines.some((line) => line.vertical),
    afterGap: (lines[0]?.gap ?? 0) > usualGap + 1,
    endsOpen: endsOpen(text),
    list: findListNumbers(text),
    lines: lines.flatMap(({ numbers }) => numbers),
  };
}

function findRole(text: string, startsArticle: boolean, width: number | null): BlockRole {
  if (FURNITURE.test(text) && text.length <= MAX_HEADLINE.line) return 'furniture';
  if (SIGNATURE_LINE.test(text)) return 'byline';
  if (startsArticle) return 'body';
  const short = text.length <= (width === null ? MAX_HEADLINE.line : MAX_HEADLINE.joined);
  const runs =
    /[。；;]/u.test(text) ||
    /[，,：:、]$/u.test(text) ||
    (text.length > LONG_FOR_COMMA && /[，,]/u.test(text));
  return short && !runs ? 'headline' : 'body';
}
