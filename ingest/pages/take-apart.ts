import type { ArticleKind } from '../../src/domain/article.js';
import { emptyArticle, type RawArticle } from '../raw-article.js';
import { assembleArticles } from './assemble-articles.js';
import { type Block, buildBlocks } from './block.js';
import { parseByline, parseContributors } from './byline.js';
import type { DraftArticle } from './draft-article.js';
import { buildHeadline } from './headline.js';
import { cleanLines, type Line } from './line.js';

/** A page taken apart: its articles, each with the lines it was made of, and what belongs to none. */
export type PageParts = {
  articles: { article: RawArticle; lines: number[] }[];
  furniture: { text: string; lines: number[] }[];
  lines: Line[];
};

const DATELINE = /^(?:本报(?:综合)?(?:讯|\S{0,12}?电)|(?:据)?新华社\S{0,16}?电|本刊讯)/u;
const BRIEF_LENGTH = 200;

/** Page text → articles. Lines → blocks → articles with headlines and bylines; no word is lost or changed. */
export function takeApart(pageText: string): PageParts {
  const lines = cleanLines(pageText);
  const { articles, furniture } = assembleArticles(buildBlocks(lines));
  return {
    articles: articles.map((draft) => ({ article: buildArticle(draft), lines: linesOf(draft) })),
    furniture: furniture.map(({ text, lines: numbers }) => ({ text, lines: numbers })),
    lines,
  };
}

function buildArticle(draft: DraftArticle): RawArticle {
  const body = draft.body.map(({ text }) => text).join('\n');
  const byline = [parseByline(body), ...draft.byline.map(({ text }) => stripMarks(text))]
    .filter(Boolean)
    .join(' ');
  return {
    ...emptyArticle,
    ...buildHeadline(draft.headlines.map(({ text }) => text)),
    dateline: DATELINE.exec(body)?.[0] ?? null,
    byline: byline || null,
    contributors: parseContributors(byline),
    kind: draft.kind ?? findKind(body),
    body,
  };
}

function findKind(body: string): ArticleKind {
  return DATELINE.test(body) && body.length < BRIEF_LENGTH ? 'brief' : 'news';
}

/** (李杰华) → 李杰华; □ 本报记者 韩笑 → 记者 韩笑 */
function stripMarks(byline: string): string {
  return byline
    .replace(/^[（(【]|[）)】]$|[□■◎]/gu, '')
    .replace(/本报(?=记者|通讯员)/u, '')
    .trim();
}

function linesOf(draft: DraftArticle): number[] {
  const blocks: Block[] = [...draft.headlines, ...draft.byline, ...draft.body];
  return blocks.flatMap(({ lines }) => lines).sort((a, b) => a - b);
}
