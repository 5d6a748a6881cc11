import { attachMarkers, type Continuation } from '../continue/attach-markers.js';
import { cutMarkers } from '../continue/cut-markers.js';
import { openContinued } from '../continue/open-continued.js';
import type { RawArticle } from '../raw-article.js';
import { type AssignedHeadlines, assignHeadlines } from './assign-headlines.js';
import { type Block, buildBlocks } from './block.js';
import { buildArticle } from './build-article.js';
import { cleanLines, type Line } from './line.js';
import { readPage } from './read-page.js';
import { settleBylines } from './settle-bylines.js';
import type { Thread } from './thread.js';

/** A page taken apart: its articles, each with the 1-based lines it was made of, and what belongs to none. */
export type PageParts = {
  articles: (Continuation & { article: RawArticle; lines: number[] })[];
  furniture: { text: string; lines: number[] }[];
  /** The page's cleaned lines, for what its masthead says. */
  lines: Line[];
};

/** Page text → lines → blocks → threads of blocks → headlines and signatures → articles. No word is lost or changed. */
export function takeApart(pageText: string): PageParts {
  const lines = cutMarkers(cleanLines(pageText));
  const blocks = openContinued(buildBlocks(lines));
  const reading = readPage(blocks);
  const { threads, free } = settleBylines(reading, blocks);
  const assigned = assignHeadlines(reading, blocks);
  const continuations = attachMarkers(threads, blocks);
  const labels = assigned.columns.flat();
  return {
    articles: threads.map((thread, number) => build(thread, number, assigned, blocks, continuations[number])),
    furniture: [...reading.furniture, ...free, ...labels, ...assigned.free]
      .sort((a, b) => a - b)
      .flatMap((index) => blocks[index] ?? [])
      .map(({ text, lines: numbers }) => ({ text, lines: numbers })),
    lines,
  };
}

function build(
  thread: Thread,
  number: number,
  { headlines, columns }: AssignedHeadlines,
  blocks: readonly Block[],
  { continuedOn, continuedFrom }: Continuation = { continuedOn: null, continuedFrom: null },
): PageParts['articles'][number] {
  const pick = (indices: readonly number[] = []) => indices.flatMap((index) => blocks[index] ?? []);
  const parts = {
    headlines: pick(headlines[number]),
    columns: pick(columns[number]),
    byline: pick(thread.byline),
    body: pick(thread.body),
    isCaption: thread.isCaption,
    isNotice: thread.isNotice,
    continuedOn,
    continuedFrom,
  };
  const lines = [...parts.headlines, ...parts.byline, ...parts.body].flatMap((block) => block.lines);
  return { article: buildArticle(parts), lines: lines.sort((a, b) => a - b), continuedOn, continuedFrom };
}
