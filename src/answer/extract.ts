import type { Query } from '../domain/query.js';
import { addsMeaning } from './adds-meaning.js';
import type { Claim } from './claim.js';
import type { Evidence } from './evidence.js';
import { type Enumeration, findEnumerations } from './find-enumeration.js';

/** How many sentences an answer without a list has at most. */
const MAX_SENTENCES = 3;
/** A further sentence must be nearly as good as the best one. */
const NEARLY_AS_GOOD = 0.82;
/** A list is looked for in the articles of this many best sentences. */
const LIST_EVIDENCE = 12;
const MAX_ITEMS = 30;

/** The best supported sentences as claims, each standing on its own words in the article. */
export function extract(query: Query, evidence: readonly Evidence[]): Claim[] {
  const list = query.kind === 'list' ? extractList(evidence) : null;
  return list ?? extractSentences(evidence);
}

/** The numbered items behind the best sentence that introduces any; null where nothing is numbered. */
function extractList(evidence: readonly Evidence[]): Claim[] | null {
  let best: { enumeration: Enumeration; found: Evidence; score: number } | null = null;
  for (const found of evidence.slice(0, LIST_EVIDENCE)) {
    for (const enumeration of findEnumerations(found.article.body)) {
      const distance = Math.abs(enumeration.span.start - found.span.end) / 400;
      const inside = found.span.start >= enumeration.span.start && found.span.end <= enumeration.span.end;
      const score = found.score - (inside ? 0 : Math.min(1, distance));
      if (!best || score > best.score) best = { enumeration, found, score };
    }
  }
  if (!best || best.score < 0.5) return null;
  const { article } = best.found;
  return best.enumeration.items.slice(0, MAX_ITEMS).map(({ start, end }) => toClaim(article, start, end));
}

function extractSentences(evidence: readonly Evidence[]): Claim[] {
  const [best] = evidence;
  if (!best) return [];
  const chosen: Evidence[] = [];
  for (const one of evidence) {
    if (chosen.length >= MAX_SENTENCES || one.score < best.score * NEARLY_AS_GOOD) break;
    if (
      addsMeaning(
        one.text,
        chosen.map(({ text }) => text),
      )
    )
      chosen.push(one);
  }
  return chosen.sort(inReadingOrder(best)).map(({ article, span }) => toClaim(article, span.start, span.end));
}

/** The best article first; sentences of one article in the order of print. */
function inReadingOrder(best: Evidence): (a: Evidence, b: Evidence) => number {
  const isBest = (one: Evidence) => Number(one.article.articleId !== best.article.articleId);
  return (a, b) =>
    isBest(a) - isBest(b) ||
    (a.article.articleId === b.article.articleId ? a.span.start - b.span.start : b.score - a.score);
}

function toClaim(article: Evidence['article'], start: number, end: number): Claim {
  return { text: article.body.slice(start, end), quotes: [{ article, start, end }] };
}
