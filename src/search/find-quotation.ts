import type { Article } from '../domain/article.js';
import type { Archive, Candidate } from '../domain/ports.js';
import type { Filter } from '../domain/query.js';
import { alignInside, type Edit } from '../text/align.js';
import type { Span } from '../text/split-sentences.js';
import { type ComparedText, findSymbolEdits, originalSpan, toCompared } from '../text/symbol-edits.js';
import { cutForSearch, cutPairs } from '../text/words.js';
import { groupByArticle } from './group-by-article.js';

/** Where a quotation is printed: `article.body.slice(start, end)`, with what differs there from the words given. */
export type PrintedQuotation = Span & {
  article: Article;
  /** Characters changed, missing or added, white space, marks and written forms aside; 0: word for word. */
  distance: number;
  /** What differs, % for ‰ too, in offsets of the quotation (`start`, `end`) and of the body (`from`, `to`). */
  edits: Edit[];
};

/** The best chunks by rare words and pairs; the articles are read in steps. */
const CANDIDATES = 400;
const STEP = 25;
/**
 * So many steps are always read: of 2,413 sentences the chunk that holds one stood behind 50 others only where it says
 * nothing (返回搜狐，查看更多). Where reports are made after one pattern and differ in their figures, hundreds of chunks
 * score nearly as the best does.
 */
const STEPS_AT_LEAST = 2;
const NEARLY_AS_GOOD = 0.75;
/** A chunk that holds half of the quotation (it ends in the next one) has half the score of one that holds it all. */
const MIN_SHARE_OF_BEST = 0.35;

/**
 * The places inside the filter where the quotation is printed with the fewest changes, `most(length)` at most for so
 * many folded characters; each article once, in no order of time.
 */
export async function findQuotation(
  archive: Archive,
  filter: Filter,
  quotation: string,
  most: (length: number) => number,
): Promise<PrintedQuotation[]> {
  const wanted = toCompared(quotation);
  if (!wanted.text) return [];
  const candidates = await findCandidates(archive, filter, quotation);
  const best = candidates[0]?.words ?? 0;
  let found: PrintedQuotation[] = [];
  let allowed = most(wanted.text.length);
  for (let at = 0; at < candidates.length; at += STEP) {
    const step = candidates.slice(at, at + STEP);
    const before = found.length;
    for (const place of await readWindows(archive, step, quotation.length)) {
      const printed = locate(wanted, place, allowed);
      if (!printed) continue;
      if (printed.distance < allowed) found = [];
      allowed = printed.distance;
      if (!found.some(({ article }) => article.articleId === printed.article.articleId)) found.push(printed);
    }
    const isExact = allowed === 0 && found.length > 0;
    const isFar = (step.at(-1)?.words ?? 0) < best * NEARLY_AS_GOOD;
    if (found.length === before && (isExact || (isFar && at / STEP + 1 >= STEPS_AT_LEAST))) break;
  }
  return found;
}

async function findCandidates(archive: Archive, filter: Filter, quotation: string): Promise<Candidate[]> {
  // Words that the dictionary cuts depend on what stands beside them; pairs do not, but only Chinese makes pairs.
  const terms = [...cutPairs(quotation), ...cutForSearch(quotation).filter((word) => /[a-z0-9]/u.test(word))];
  const candidates = await archive.findCandidates({
    terms: [...new Set(terms)].map((text) => ({ text, weight: 1 })),
    vector: null,
    filter,
    limit: CANDIDATES,
  });
  candidates.sort((a, b) => b.words - a.words);
  const least = (candidates[0]?.words ?? 0) * MIN_SHARE_OF_BEST;
  return candidates.filter(({ words }) => words >= least);
}

type Window = Span & { article: Article };

/** The chunks with so much on both sides that whatever touches them stands there whole; what overlaps is joined. */
async function readWindows(
  archive: Archive,
  candidates: readonly Candidate[],
  length: number,
): Promise<Window[]> {
  const loaded = await archive.loadChunksInArticles(candidates.map(({ chunkId }) => chunkId));
  const reach = 2 * length;
  return groupByArticle(loaded).flatMap(({ article, chunks }) => {
    const spans = chunks.sort((a, b) => a.start - b.start);
    const windows: Window[] = [];
    for (const { start, end } of spans) {
      const last = windows.at(-1);
      if (last && start - reach <= last.end) last.end = Math.min(article.body.length, end + reach);
      else
        windows.push({
          article,
          start: Math.max(0, start - reach),
          end: Math.min(article.body.length, end + reach),
        });
    }
    return windows;
  });
}

function locate(
  quotation: ComparedText,
  { article, start, end }: Window,
  allowed: number,
): PrintedQuotation | null {
  const printed = toCompared(article.body.slice(start, end));
  const aligned = alignInside(quotation.text, printed.text, allowed);
  if (!aligned) return null;
  const edits = [...aligned.edits, ...findSymbolEdits(quotation, printed, aligned)].map((edit) => {
    const given = originalSpan(quotation, edit.start, edit.end);
    const found = originalSpan(printed, edit.from, edit.to);
    return { start: given.start, end: given.end, from: start + found.start, to: start + found.end };
  });
  const span = originalSpan(printed, aligned.start, aligned.end);
  return {
    article,
    start: start + span.start,
    end: start + span.end,
    distance: aligned.distance,
    edits: edits.sort((a, b) => a.start - b.start),
  };
}
