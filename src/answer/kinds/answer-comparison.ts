import type { Query } from '../../domain/query.js';
import { timeReason } from '../../domain/wording/answers.js';
import * as wording from '../../domain/wording/kinds.js';
import type { Side } from '../../query/compare/ask-of-side.js';
import { parseCompareQuestion } from '../../query/compare-question.js';
import type { Claim } from '../claim.js';
import type { Evidence } from '../evidence/evidence.js';
import type { Gathered } from '../evidence/gather-evidence.js';
import type { Extract } from '../extract.js';
import { extract } from '../extract.js';
import { findDifference } from './find-difference.js';
import { keepNaming } from './keep-naming.js';
import { nameWords } from './name-words.js';
import { quoteAmount } from './quote-amount.js';
import { shiftEarlier } from './shift-earlier.js';

/** How many sentences stand for a side whose items are not numbered. */
const MOST_SENTENCES = 2;
/** A year whose best sentence is less sure than this share of the best of all does not answer. */
const NEARLY_AS_GOOD = 0.4;

/** A side with what the archive says to it. */
type Told = Side & { query: Query; evidence: Evidence[]; notes: string[] };

/**
 * Two places, years or things side by side, each looked for by itself; null for another question, and where neither
 * side is held.
 */
export async function answerComparison(
  query: Query,
  gather: (question: string) => Promise<Gathered>,
): Promise<Extract | null> {
  const asked = parseCompareQuestion(query.text, query.askedOn);
  if (!asked) return null;
  const ask = async (side: Side): Promise<Told> => ({
    ...side,
    ...keepUsable(side, await gather(side.question), asked.ofTimes),
  });
  const told = await shiftEarlier(await Promise.all(asked.sides.map(ask)), ask);
  const held = told.filter(({ evidence }) => evidence.length);
  if (!held.length) return null;
  const all = (asked.ofTimes ? held : takeSameYear(held)).map(tellSide);
  const sides = all.filter(({ claims }) => claims.length);
  if (!sides.length) return null;
  const difference = findDifference(sides);
  return {
    claims: sides.flatMap(headSide),
    notes: [
      ...told.filter(({ label }) => !sides.some((side) => side.label === label)).map(noteMissing),
      ...noteSides(sides),
      ...(!asked.ofTimes && yearsOf(sides.flatMap(({ claims }) => claims)).size > 1
        ? [wording.sidesOfYears()]
        : []),
      ...(difference ? [difference] : []),
    ],
  };
}

/**
 * Of two times an undated page can be of either: it stands only for the one that slides (今年); what was printed in the
 * time itself tells it before what a later issue says in looking back. What is compared by its name must be named.
 */
function keepUsable(
  { label }: Side,
  { query, evidence, notes }: Gathered,
  ofTimes: boolean,
): Pick<Told, 'query' | 'evidence' | 'notes'> {
  if (!ofTimes) return { query, evidence: keepNaming(evidence, nameWords(label)), notes };
  const slides = query.times.every((time) => time.slides);
  const dated = evidence.filter(({ time }) => slides || time !== 'unknown');
  const printed = dated.filter(({ article: { issueDate } }) =>
    query.times.some(({ from, to }) => issueDate !== null && issueDate >= from && issueDate <= to),
  );
  return { query, evidence: printed.length ? printed : dated, notes };
}

/** Without a time in the question: the newest year that all sides have, so that like stands beside like. */
function takeSameYear(sides: readonly Told[]): Told[] {
  if (sides.some(({ query }) => query.times.length > 0)) return [...sides];
  const years = sides.map(({ evidence }) => {
    const least = (evidence[0]?.score ?? 0) * NEARLY_AS_GOOD;
    return new Set(evidence.filter(({ score }) => score >= least).map(({ article }) => yearOf(article)));
  });
  const common = [...(years[0] ?? [])].filter((year) => year && years.every((some) => some.has(year))).sort();
  const newest = common.at(-1);
  if (!newest) return [...sides];
  return sides.map((side) => ({
    ...side,
    evidence: side.evidence.filter(({ article }) => yearOf(article) === newest),
  }));
}

const yearOf = ({ issueDate }: Evidence['article']): string => issueDate?.slice(0, 4) ?? '';
const yearsOf = (claims: readonly Claim[]): Set<string> =>
  new Set(claims.flatMap(({ quotes }) => quotes.map(({ article }) => yearOf(article))));

function tellSide(side: Told): Told & { claims: Claim[] } {
  const { label, query, evidence } = side;
  if (query.kind === 'number') return { ...side, claims: quoteAmount(label, query, evidence) };
  const extracted = extract(query, evidence);
  const { claims } = extracted;
  if (query.kind === 'list') return { ...side, claims, notes: [...side.notes, ...extracted.notes] };
  const best = evidence[0]?.article.articleId;
  const ofBest = claims.filter(({ quotes }) => quotes[0]?.article.articleId === best);
  return { ...side, claims: (ofBest.length ? ofBest : claims).slice(0, MOST_SENTENCES) };
}

/** What is said of all sides is said once. */
function noteSides(sides: readonly Told[]): string[] {
  const ofAll = sides[0]?.notes.filter((note) => sides.every(({ notes }) => notes.includes(note))) ?? [];
  const ofOne = sides.flatMap(({ label, notes }) =>
    notes.filter((note) => !ofAll.includes(note)).map((note) => wording.sideOf(label, note)),
  );
  return [...ofAll, ...ofOne];
}

const noteMissing = ({ label, question, query }: Told): string =>
  wording.sideMissing(label, question, query.times.filter(({ relative }) => relative).map(timeReason));

/** The name of the side stands above its first line. */
function headSide({ label, claims }: Told & { claims: Claim[] }): Claim[] {
  const day = claims[0]?.quotes[0]?.article.issueDate ?? null;
  return claims.map(({ text, quotes }, at) => ({
    text: at === 0 ? `${wording.sideHead(label, day)}\n${text}` : text,
    quotes,
  }));
}
