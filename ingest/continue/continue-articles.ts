import type { RawArticle } from '../raw-article.js';
import { joinArticles } from './join-articles.js';
import { identifyPage, type OpenedPage } from './open-page.js';
import { type Part, pairParts } from './pair-parts.js';

/** An article as it is to be stored, and what of it stands on each of its pages. */
export type WholeArticle = { article: RawArticle; parts: readonly Part[] };

/**
 * All articles of a page in their order, each whole: with what it goes on with, or began with, on other pages. A joined
 * article is the same to the letter whichever of its pages is read.
 */
export function continueArticles(page: OpenedPage, siblings: readonly OpenedPage[]): WholeArticle[] {
  const sorted = [page, ...siblings].map((one) => ({ one, key: identifyPage(one) }));
  const pages = sorted.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ one }) => one);
  const partsByPage = new Map(pages.map((one) => [one, listParts(one)]));
  const next = pairParts([...partsByPage.values()].flat());
  const before = new Map([...next].map(([part, following]) => [following, part]));
  const firsts = (partsByPage.get(page) ?? []).map((part) => walk(part, before).at(-1) ?? part);
  return [...new Set(firsts)].map((first) => {
    const parts = walk(first, next);
    return { article: parts.map(({ article }) => article).reduce(joinArticles), parts };
  });
}

function listParts(page: OpenedPage): Part[] {
  return page.takeApart().articles.map(({ article, continuedOn, continuedFrom }) => ({
    article: { ...article, ...page.issue },
    page,
    continuedOn,
    continuedFrom,
  }));
}

/** A part and all that follow it; a ring (two pages that begin each other) is walked once. */
function walk(part: Part, next: ReadonlyMap<Part, Part>): Part[] {
  const walked = new Set<Part>();
  for (let at: Part | undefined = part; at && !walked.has(at); at = next.get(at)) walked.add(at);
  return [...walked];
}
