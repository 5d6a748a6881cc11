import { attachMarkers, type Continuation } from '../continue/attach-markers.js';
import { cutMarkers } from '../continue/cut-markers.js';
import { openContinued } from '../continue/open-continued.js';
import type { RawArticle } from '../raw-article.js';
import { buildArticle } from './article/build-article.js';
import { settleBylines } from './article/settle-bylines.js';
import { buildBlocks } from './blocks/build-blocks.js';
import { cleanLines, type Line } from './blocks/line.js';
import { settleRoles } from './blocks/settle-roles.js';
import { findJoins, type Join } from './find-joins.js';
import { type AssignedHeadlines, assignHeadlines } from './headlines/assign-headlines.js';
import { createPageSigns, type PageSigns } from './reading/page-signs.js';
import { readPage } from './reading/read-page.js';
import type { Thread } from './reading/thread.js';

/** A page taken apart: its articles, each with the 1-based lines it was made of, and what belongs to none. */
export type PageParts = {
  articles: (Continuation & ArticlePart)[];
  furniture: { text: string; lines: number[] }[];
  /** The page's cleaned lines, for what its masthead says. */
  lines: Line[];
};

type ArticlePart = {
  article: RawArticle;
  lines: number[];
  /** Why it was put together so. */
  reasons: ArticleReasons;
};

/** What speaks for an article's being put together as it is. */
export type ArticleReasons = {
  /** Lines of its headline that do not stand above the body, and the words that they share with it. */
  headlineLines: number[];
  headlineWords: string[];
  /** Lines of a signature that stands apart from the body. */
  bylineLines: number[];
  joins: Join[];
  /** First lines of what might go on with something else, or begin an article. */
  doubtful: number[];
};

/** Page text → lines → blocks → threads of blocks → headlines and signatures → articles. No word is lost or changed. */
export function takeApart(pageText: string): PageParts {
  const lines = cutMarkers(cleanLines(pageText));
  const signs = createPageSigns(openContinued(settleRoles(buildBlocks(lines))));
  const { blocks } = signs;
  const { reading, doubtful } = readPage(signs);
  const { threads, free } = settleBylines(reading, blocks);
  const assigned = assignHeadlines(reading, signs);
  const continuations = attachMarkers(threads, blocks);
  return {
    articles: threads.map((thread, number) => {
      const continuation = continuations[number] ?? { continuedOn: null, continuedFrom: null };
      return { ...build(thread, number, assigned, signs, doubtful, continuation), ...continuation };
    }),
    furniture: [...reading.furniture, ...free, ...assigned.free]
      .flatMap((index) => blocks[index] ?? [])
      .map(({ text, lines: numbers }) => ({ text, lines: numbers }))
      .sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0)),
    lines,
  };
}

function build(
  thread: Thread,
  number: number,
  { headlines, columns }: AssignedHeadlines,
  signs: PageSigns,
  doubtful: ReadonlySet<number>,
  continuation: Continuation,
): ArticlePart {
  const pick = (indices: readonly number[] = []) => indices.flatMap((index) => signs.blocks[index] ?? []);
  const parts = {
    headlines: pick(headlines[number]),
    columns: pick(columns[number]),
    byline: pick(thread.byline),
    body: pick(thread.body),
    isCaption: thread.isCaption,
    isNotice: thread.isNotice,
    ...continuation,
  };
  const own = [...parts.columns, ...parts.headlines, ...parts.byline, ...parts.body];
  return {
    article: buildArticle(parts),
    lines: own.flatMap((block) => block.lines).sort((a, b) => a - b),
    reasons: findReasons(thread, headlines[number] ?? [], signs, doubtful),
  };
}

function findReasons(
  { body, byline }: Thread,
  headline: readonly number[],
  { blocks, affinity, isSeam }: PageSigns,
  doubtful: ReadonlySet<number>,
): ArticleReasons {
  const linesOf = (places: readonly number[]) => places.map((place) => blocks[place]?.lines ?? []);
  const far = headline.filter((place) => place > (body[0] ?? 0));
  const apart = byline.filter((place) => place > (body.at(-1) ?? 0) + byline.length);
  return {
    headlineLines: linesOf(far).flat(),
    headlineWords: [...new Set(far.flatMap((place) => affinity.findCommonWords(place, body)))],
    bylineLines: linesOf(apart).flat(),
    joins: findJoins(body, { blocks, affinity, isSeam }),
    doubtful: linesOf(body.filter((place) => doubtful.has(place))).flatMap(([first]) => first ?? []),
  };
}
