import type { Query, QuestionKind } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import { addsMeaning } from './adds-meaning.js';
import type { Claim } from './claim.js';
import type { Evidence } from './evidence.js';
import { type Enumeration, findEnumerations } from './find-enumeration.js';

/** Kinds whose values are recognised surely; names of persons and places are not. */
const VALUE_DECIDES: ReadonlySet<QuestionKind> = new Set(['number', 'when']);
/** How many sentences an answer without a list has at most. */
const MAX_SENTENCES = { list: 5, other: 3 };
/** A further sentence must be nearly as good as the best one. */
const NEARLY_AS_GOOD = 0.88;
/** A list is looked for in the articles of this many best sentences. */
const LIST_EVIDENCE = 12;
/** The most items of a list that are shown. */
const MAX_ITEMS = 30;
/** A list whose best sentence scores less is about something else. */
const MIN_LIST_SCORE = 0.5;
/** A sentence this many characters before a list does not lead to it any more. */
const LEAD_REACH = 300;

/** Claims, and what must be said about them. */
export type Extract = { claims: Claim[]; notes: string[] };

/** The best supported sentences as claims, each standing on its own words in the article. */
export function extract(query: Query, evidence: readonly Evidence[]): Extract {
  const list = query.kind === 'list' ? extractList(evidence) : null;
  return list ?? { claims: extractSentences(query, evidence), notes: [] };
}

/** Characters between a sentence and the list that it leads to; none inside the list, too many behind it. */
function distanceFromLead({ span }: Evidence, enumeration: Enumeration): number {
  if (span.start > enumeration.span.end) return LEAD_REACH;
  return Math.max(0, enumeration.span.start - span.end);
}

/** The numbered items behind the best sentence that introduces any; null where nothing is numbered. */
function extractList(evidence: readonly Evidence[]): Extract | null {
  let best: { enumeration: Enumeration; found: Evidence; score: number } | null = null;
  for (const found of evidence.slice(0, LIST_EVIDENCE)) {
    for (const enumeration of findEnumerations(found.article.body)) {
      const score = found.score - distanceFromLead(found, enumeration) / LEAD_REACH;
      if (!best || score > best.score) best = { enumeration, found, score };
    }
  }
  if (!best || best.score < MIN_LIST_SCORE) return null;
  const { article } = best.found;
  const { items, numbers } = best.enumeration;
  const claims = items.slice(0, MAX_ITEMS).map(({ start, end }) => toItem(article, start, end));
  const last = numbers[numbers.length - 1] ?? 0;
  const isWhole = numbers[0] === 1 && last === numbers.length;
  return { claims, notes: isWhole ? [] : [wording.listHasGaps(last, numbers.length)] };
}

/** Where sentences hold a number or a time that is asked for, the others are no answer. */
function extractSentences(query: Query, all: readonly Evidence[]): Claim[] {
  const holding = VALUE_DECIDES.has(query.kind) ? all.filter(({ holdsValue }) => holdsValue) : [];
  const evidence = holding.length ? holding : all;
  const [best] = evidence;
  if (!best) return [];
  const most = query.kind === 'list' ? MAX_SENTENCES.list : MAX_SENTENCES.other;
  const chosen: Evidence[] = [];
  for (const one of evidence) {
    if (chosen.length >= most || one.score < best.score * NEARLY_AS_GOOD) break;
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
  const isOther = (one: Evidence) => Number(one.article.articleId !== best.article.articleId);
  return (a, b) =>
    isOther(a) - isOther(b) ||
    (a.article.articleId === b.article.articleId ? a.span.start - b.span.start : b.score - a.score);
}

/** An item shown by itself needs no mark that led on to the next one; its quote keeps it. */
function toItem(article: Evidence['article'], start: number, end: number): Claim {
  const claim = toClaim(article, start, end);
  return { ...claim, text: claim.text.replace(/[，,；;、]$/u, '') };
}

function toClaim(article: Evidence['article'], start: number, end: number): Claim {
  return { text: article.body.slice(start, end), quotes: [{ article, start, end }] };
}
