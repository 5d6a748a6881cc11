import type { Query, QuestionKind } from '../domain/query.js';
import * as wording from '../domain/wording/answers.js';
import type { Span } from '../text/split-sentences.js';
import { addsMeaning } from './adds-meaning.js';
import type { Claim } from './claim.js';
import { cutClaim } from './cut-claim.js';
import type { Evidence } from './evidence/evidence.js';
import { type Enumeration, findEnumerations } from './find-enumeration.js';
import { skipOpening } from './kinds/skip-opening.js';
import { dropLastMark, makePlain } from './make-plain.js';
import { figuresDiffer, noteDates } from './note-dates.js';
import { orderByNames } from './order-by-names.js';

/** Kinds whose values are recognised surely; names of persons and places are not. */
const VALUE_DECIDES: ReadonlySet<QuestionKind> = new Set(['number', 'when']);
/** Characters of an answer in all and of each of its sentences, and how many these are, by what was asked. */
const LIMITS = {
  value: { all: 108, each: 84, sentences: 3 },
  name: { all: 118, each: 84, sentences: 3 },
  /** Of a question that asks several things: one full sentence rather than two cut ones. */
  part: { all: 118, each: 108, sentences: 3 },
  open: { all: 350, each: 160, sentences: 4 },
  list: { all: 400, each: 200, sentences: 5 },
};
/** A shorter room is left empty. */
const LEAST = 26;
/** A further sentence must have this share of the best one's chance. */
const NEARLY_AS_GOOD = 0.1;
/** With this share of the best one's chance a figure may contradict it. */
const SURE = 0.7;
/** A list is looked for in the articles of this many best sentences. */
const LIST_EVIDENCE = 12;
/** The most items of a list that are shown. */
const MAX_ITEMS = 30;
/** With less of what the question names in or beside it, a sentence leads to no list that is asked for. */
const MIN_LEAD_CONTEXT = 0.75;
/** With less of the best sentence's chance, a sentence leads to a list of something else. */
const MIN_LEAD_SHARE = 0.5;
/** A list whose best sentence scores less is about something else. */
const MIN_LIST_SCORE = 0.5;
/** What the hit counts beside the words of a list's lead. */
const HIT_SHARE = 0.25;
/** A sentence this many characters before a list does not lead to it any more. */
const LEAD_REACH = 300;

/** Claims, and what must be said about them. */
export type Extract = { claims: Claim[]; notes: string[] };

/**
 * The best supported sentences as claims, each standing on its own words in the article. `isPart`: what is asked is one of
 * several things.
 */
export function extract(query: Query, evidence: readonly Evidence[], isPart = false): Extract {
  const list = query.kind === 'list' ? extractList(evidence) : null;
  return list ?? extractSentences(query, evidence, isPart);
}

/** Characters between a sentence and the list that it leads to; none inside the list, too many behind it. */
function distanceFromLead({ span }: Evidence, enumeration: Enumeration): number {
  if (span.start > enumeration.span.end) return LEAD_REACH;
  return Math.max(0, enumeration.span.start - span.end);
}

/** A lead is told by the words of the question, not by a value. */
const weighLead = ({ coverage, hit }: Evidence): number => coverage + HIT_SHARE * hit.score;

/** The numbered items behind the best sentence that introduces any; null where nothing is numbered. */
function extractList(evidence: readonly Evidence[]): Extract | null {
  let best: { enumeration: Enumeration; found: Evidence; score: number } | null = null;
  const leads = evidence
    .filter(
      ({ features, score }) =>
        features.inContext >= MIN_LEAD_CONTEXT && score >= MIN_LEAD_SHARE * (evidence[0]?.score ?? 0),
    )
    .sort((a, b) => weighLead(b) - weighLead(a));
  for (const found of leads.slice(0, LIST_EVIDENCE)) {
    for (const enumeration of findEnumerations(found.article.body)) {
      const score = weighLead(found) - distanceFromLead(found, enumeration) / LEAD_REACH;
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

/** Where sentences hold a value that is asked for, the others are no answer. */
function extractSentences(query: Query, all: readonly Evidence[], isPart: boolean): Extract {
  const holding = VALUE_DECIDES.has(query.kind) ? all.filter(({ values }) => values.length) : [];
  const evidence = orderByNames(query, holding.length ? holding : all);
  const [best] = evidence;
  if (!best) return { claims: [], notes: [] };
  const limits = limitsOf(query, best, isPart);
  const chosen: { one: Evidence; span: Span }[] = [];
  let room = limits.all;
  for (const one of evidence) {
    if (chosen.length >= limits.sentences || one.score < best.score * NEARLY_AS_GOOD) break;
    const most = Math.min(limits.each, room);
    if (most < LEAST) break;
    const said = chosen.map(({ one: { text }, span }) => text.slice(span.start, span.end));
    const span = cutTelling(one, query.keywords, most);
    const text = one.text.slice(span.start, span.end);
    if (text.length > Math.max(most, chosen.length ? 0 : limits.all) || !addsMeaning(text, said)) continue;
    if (
      repeatsValue(
        one,
        chosen.map((other) => other.one),
      )
    )
      continue;
    chosen.push({ one, span });
    room -= text.length;
  }
  const sure = chosen.map(({ one }) => one).filter(({ score }) => score >= best.score * SURE);
  const inOrder = figuresDiffer(query, sure) ? byNewest : inReadingOrder(best);
  const claims = chosen
    .sort((a, b) => inOrder(a.one, b.one))
    .map(({ one: { article, span }, span: cut }) => {
      const quote = { start: span.start + cut.start, end: span.start + cut.end };
      return { text: makePlain(article, quote, query.kind === 'when'), quotes: [{ article, ...quote }] };
    });
  return { claims, notes: noteDates(query, sure) };
}

/** What a sentence tells, without how an article opens: 本报讯（记者 …） stands in the source line. */
function cutTelling(one: Evidence, words: readonly string[], most: number): Span {
  const { article, span, text, answerAt } = one;
  const opening = skipOpening(article.body, span) - span.start;
  const from = opening <= answerAt.start ? opening : 0;
  const told = { start: answerAt.start - from, end: answerAt.end - from };
  const cut = cutClaim(text.slice(from), told, words, most);
  return { start: cut.start + from, end: cut.end + from };
}

function limitsOf({ kind }: Query, { values }: Evidence, isPart: boolean) {
  if (kind === 'list') return LIMITS.list;
  if (!values.length || kind === 'what') return LIMITS.open;
  if (isPart) return LIMITS.part;
  return VALUE_DECIDES.has(kind) ? LIMITS.value : LIMITS.name;
}

/** The same value again says nothing new. */
function repeatsValue(one: Evidence, chosen: readonly Evidence[]): boolean {
  const value = ({ text, answerAt, values }: Evidence) =>
    values.length ? text.slice(answerAt.start, answerAt.end).replace(/[\s,，]/gu, '') : null;
  const own = value(one);
  return own !== null && chosen.some((other) => value(other) === own);
}

const byNewest = (a: Evidence, b: Evidence): number =>
  (b.article.issueDate ?? '').localeCompare(a.article.issueDate ?? '');

/** 其中, 他, 该县: what is spoken of stands in the sentence before. */
const POINTS_BACK = /^(?:其(?![他它余])|[他她它该此这]|对此|同时|但|而|另|因此|所以|并|据此|上述|前者|后者)/u;

/**
 * The best sentence first, so that the answer is read first, unless it points back at those before it. Then the rest of
 * its article; sentences of one article in the order of print.
 */
function inReadingOrder(best: Evidence): (a: Evidence, b: Evidence) => number {
  const standsAlone = !POINTS_BACK.test(best.text);
  const isRest = (one: Evidence) => Number(standsAlone && one !== best);
  const isOther = (one: Evidence) => Number(one.article.articleId !== best.article.articleId);
  return (a, b) =>
    isRest(a) - isRest(b) ||
    isOther(a) - isOther(b) ||
    (a.article.articleId === b.article.articleId ? a.span.start - b.span.start : b.score - a.score);
}

const toItem = (article: Evidence['article'], start: number, end: number): Claim => ({
  text: dropLastMark(article.body.slice(start, end)),
  quotes: [{ article, start, end }],
});
