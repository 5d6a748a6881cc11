import { isCutAtStart, isCutInWord } from '../../../src/text/words.js';
import type { Continuation } from '../../continue/attach-markers.js';
import { emptyArticle, type RawArticle } from '../../raw-article.js';
import type { Block } from '../blocks/block.js';
import { buildHeadline } from '../headlines/headline.js';
import { parseContributors, readByline } from '../text/byline.js';
import { findDateline } from '../text/dateline.js';
import { findKind } from './find-kind.js';

/** The blocks of one article. */
type ArticleBlocks = Continuation & {
  headlines: Block[];
  columns: Block[];
  byline: Block[];
  body: Block[];
  isCaption: boolean;
  isNotice: boolean;
};

/** A paragraph that ends without a mark and is longer than this is cut; a shorter one is a line of its own, */
const LONG_LINE = 30;
/** unless a sentence ends inside it, or, being no shorter than this, it breaks off in the middle of a word. */
const RUNNING_LINE = 15;
const SENTENCE_INSIDE = /[。；].*\p{Script=Han}$/su;

/** The blocks of an article, in the order of the page → the article, without the facts of its issue. */
export function buildArticle(parts: ArticleBlocks): RawArticle {
  const body = joinBody(parts.body);
  const standing = parts.byline.map(({ text }) => stripMarks(text));
  const byline = readByline(body, standing);
  const headline = buildHeadline(parts.headlines.map(({ text }) => text));
  const labels = [headline.column, ...parts.columns.map(({ text }) => text.replace(/[【】[\]〖〗]/gu, ''))];
  const known = {
    ...headline,
    column: labels.filter(Boolean).join(' ') || null,
    dateline: findDateline(body),
    byline: byline || null,
    contributors: parseContributors(byline),
    body,
  };
  return {
    ...emptyArticle,
    ...known,
    kind: findKind({ ...known, isCaption: parts.isCaption, isNotice: parts.isNotice }),
    truncated: findTruncation(parts, body),
  };
}

/** Paragraphs a line each; a sentence that a column break cut is put together again. */
function joinBody(blocks: readonly Block[]): string {
  let body = '';
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const isCut =
      before &&
      isRunning(before, block) &&
      before.endsOpen &&
      (block.text.length > LONG_LINE || !block.endsOpen);
    body += before && !(isCut && !leavesGap(before, block)) ? `\n${block.text}` : block.text;
  }
  return body;
}

function isRunning({ text }: Block, next: Block): boolean {
  if (text.length > LONG_LINE || SENTENCE_INSIDE.test(text)) return true;
  return text.length >= RUNNING_LINE && isCutInWord(text, next.text);
}

/** A list that goes on with a later number has lost what stood between. */
function leavesGap({ list: before }: Block, { list: next }: Block): boolean {
  return before !== null && next !== null && next.first > before.last + 1;
}

function findTruncation(parts: ArticleBlocks, body: string): RawArticle['truncated'] {
  const { body: blocks, isCaption, continuedOn, continuedFrom } = parts;
  const hasGap = blocks.some((block, index) => index > 0 && leavesGap(blocks[index - 1] ?? block, block));
  if (hasGap) return 'middle';
  if (continuedFrom) return 'start';
  if (continuedOn) return 'end';
  if (!isCaption && !parts.isNotice && !findDateline(body) && isCutAtStart(body)) return 'start';
  const isEnded = parts.isNotice || isCaption || blocks.at(-1)?.signedOff || blocks.at(-1)?.credited;
  const last = blocks.at(-1);
  if (!isEnded && last?.endsOpen && last.text.length > LONG_LINE) return 'end';
  return null;
}

/** (李杰华) → 李杰华; □ 本报记者 韩笑 → 记者 韩笑 */
function stripMarks(byline: string): string {
  return byline
    .replace(/^[（(【]|[）)】]$|[□■◎]/gu, '')
    .replace(/本报(?=记者|通讯员)/u, '')
    .trim();
}
