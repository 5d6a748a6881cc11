import type { Article } from '../../domain/article.js';
import type { Query, QuestionKind } from '../../domain/query.js';
import * as wording from '../../domain/wording/answers.js';
import { findNumbers } from '../../text/numbers.js';
import type { Evidence } from './evidence.js';
import { judgeAnswerable } from './judge-answerable.js';
import { isYear } from './measure-figures.js';
import { createSomebodyCheck } from './names-somebody.js';
import { createPlaceCheck } from './place-check.js';

/** Kinds whose values are recognised surely: a sentence without one does not answer. */
const VALUE_KINDS: ReadonlySet<QuestionKind> = new Set(['number', 'when']);
const ASKS_FOR_PRINT = /报道|刊登|刊发|登载|见报|登[在过了]/u;
/** Below this chance the question is refused. */
const MIN_CHANCE = 0.18;

/** Below this share of what the question names, a sentence is no evidence. */
const MIN_COVERAGE = 0.5;

/** What may answer, with what must be said about its time. */
export type Chosen = { evidence: Evidence[]; notes: string[] };

const NOTHING: Chosen = { evidence: [], notes: [] };

/**
 * The sentences that may answer, best first, with what must be said about their time. Empty: nothing answers with the
 * chance `least`, 0 to 1.
 */
export function chooseEvidence(query: Query, judged: readonly Evidence[], least = MIN_CHANCE): Chosen {
  const chosen = chooseByTime(query, judged.filter(createWalls(query)));
  return judgeAnswerable(query, chosen.evidence, judged) >= least ? chosen : NOTHING;
}

/** What no likeness makes up for: the kind of value, the places and the numbers that the question names. */
function createWalls(query: Query): (one: Evidence) => boolean {
  const holdsNumbers = createNumberCheck(query);
  const namesSomebody = createSomebodyCheck(query);
  const namesPlaces = createPlaceCheck(query);
  // When something was printed, the issue date tells.
  const needsValue = VALUE_KINDS.has(query.kind) && !ASKS_FOR_PRINT.test(query.text);
  return (one) =>
    one.coverage >= MIN_COVERAGE &&
    (one.values.length > 0 || !needsValue) &&
    namesPlaces(one) &&
    namesSomebody(one.text, query.kind === 'who' && one.values.length > 0) &&
    holdsNumbers(one.article);
}

function chooseByTime(query: Query, covering: readonly Evidence[]): Chosen {
  const fitting = covering.filter(({ time }) => time === 'fits' || time === 'any');
  if (fitting.length) return { evidence: query.asksForNewest ? keepNewestYear(fitting) : fitting, notes: [] };
  const undated = covering.filter(({ time }) => time === 'unknown');
  if (undated.length) return { evidence: undated, notes: [wording.dateUnknown()] };
  return slideToNewest(query, covering);
}

/** With what it is multiplied by: 160万 is another number than 160. */
const WRITTEN_NUMBER = /\d[\d.,，]*\s*[余多]?[万亿]*\s*%?/gu;

/** A number in the question names a thing (301路, 3号线): an article that does not hold it is about another one. */
function createNumberCheck({ text, times }: Query): (article: Article) => boolean {
  const bare = times.reduce((rest, time) => rest.replace(time.text, ' '), text);
  const written = [...bare.matchAll(WRITTEN_NUMBER)].map(([number]) => number).join(' ');
  const asked = findNumbers(written).filter((number) => !isYear(number));
  return oncePerArticle((article) => holdsAll(article, asked));
}

/** Sentences are judged by the hundred, their articles are few: what is asked of an article is found out once. */
function oncePerArticle(check: (article: Article) => boolean): (article: Article) => boolean {
  const known = new Map<Article, boolean>();
  return (article) => {
    const answer = known.get(article) ?? check(article);
    known.set(article, answer);
    return answer;
  };
}

function holdsAll({ kicker, headline, subheadline, body }: Article, asked: readonly number[]): boolean {
  if (!asked.length) return true;
  const held = new Set(findNumbers([kicker, headline, subheadline, body].join('\n')));
  return asked.every((number) => held.has(number));
}

/** What the newest year with evidence says; undated evidence stays where nothing is dated. */
function keepNewestYear(evidence: readonly Evidence[]): Evidence[] {
  const yearOf = ({ article }: Evidence) => article.issueDate?.slice(0, 4) ?? '';
  const newest = evidence.map(yearOf).sort().at(-1);
  return evidence.filter((one) => yearOf(one) === newest);
}

/** 今年 asked when nothing of this year is held: the newest year that answers, and the answer says so. */
function slideToNewest(query: Query, covering: readonly Evidence[]): Chosen {
  const slides = query.times.length > 0 && query.times.every((time) => time.slides);
  const newest = covering
    .map(({ article }) => article.issueDate)
    .filter((day): day is string => day !== null && day <= query.askedOn)
    .sort()
    .at(-1);
  if (!slides || !newest) return NOTHING;
  const asked = query.times[0]?.from.slice(0, 4) ?? '';
  const year = newest.slice(0, 4);
  return {
    evidence: covering.filter(({ article }) => article.issueDate?.slice(0, 4) === year),
    notes: [wording.slid(asked, year)],
  };
}
