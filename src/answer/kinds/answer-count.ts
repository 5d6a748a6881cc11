import type { Hit } from '../../domain/answer.js';
import type { Archive } from '../../domain/ports.js';
import type { Filter, Query } from '../../domain/query.js';
import * as wording from '../../domain/wording/kinds.js';
import { parseCountQuestion } from '../../query/count-question.js';
import { markReprints } from '../../search/reprints.js';
import type { Claim } from '../claim.js';
import type { Extract } from '../extract.js';
import { cutClauses } from './cut-clauses.js';
import { type ArticleAbout, findArticlesAbout, isHeadlined } from './find-articles-about.js';
import { nameWords } from './name-words.js';
import { noteNewspaper } from './note-newspaper.js';
import { withinDays } from './within-days.js';

/** How many of the newest articles are cited. */
const CITED = 10;
/** Characters of a cited sentence. */
const LENGTH = 60;
/** Comparing each with each takes about a second for so many. */
const MOST_COMPARED = 400;

/** 石渡大桥报道了几次: every article about it, counted; null for another question, no claims where there is none. */
export async function answerCount(
  archive: Archive,
  query: Query,
  newspapers: readonly string[],
): Promise<Extract | null> {
  const asked = parseCountQuestion(query.text, newspapers, query.askedOn);
  const words = asked ? nameWords(asked.about) : [];
  if (!asked || !words.length) return null;
  const days = withinDays(query);
  const filter: Filter = { ...withNewspaper(query, asked.newspaper), ...days?.filter };
  const found = (await findArticlesAbout(archive, words, filter)).sort(newestFirst);
  if (!found.length) return { claims: [], notes: noteNewspaper(asked.newspaper, newspapers) };
  const cited = found.slice(0, CITED);
  const lines = cited.map((one) => quoteNaming(one, words));
  const total = {
    text: wording.counted(count(asked.about, words, found)),
    quotes: lines.flatMap(({ quotes }) => quotes),
  };
  return {
    claims: [total, ...lines],
    notes: [
      ...(found.length > cited.length ? [wording.countShown(cited.length)] : []),
      wording.countedBy(words),
      ...(days?.range ? [wording.countWithin(days.range)] : []),
      ...(found.length > MOST_COMPARED ? [wording.reprintsNotLooked(found.length)] : []),
    ],
  };
}

const withNewspaper = ({ filter }: Query, newspaper: string | null): Filter =>
  newspaper === null || filter.newspaper !== undefined ? filter : { ...filter, newspaper };

/** Undated ones last. */
const newestFirst = (one: ArticleAbout, other: ArticleAbout): number =>
  (other.article.issueDate ?? '').localeCompare(one.article.issueDate ?? '');

function count(about: string, words: readonly string[], found: readonly ArticleAbout[]): wording.Count {
  const days = found.map(({ article }) => article.issueDate).filter((day): day is string => day !== null);
  return {
    about,
    total: found.length,
    headlined: found.filter(({ article }) => isHeadlined(article, words)).length,
    from: days.at(-1) ?? null,
    to: days[0] ?? null,
    undated: found.length - days.length,
    reprints: found.length > MOST_COMPARED ? 0 : countReprints(found),
  };
}

/** The first print of a text is no reprint. */
function countReprints(found: readonly ArticleAbout[]): number {
  const hits = [...found].reverse().map(
    ({ article, span }): Hit => ({
      ...{ rank: 0, score: 0, chunkId: 0, article, text: '', start: span.start, end: span.end },
      ...{ parts: [], places: [], reprintOf: null },
    }),
  );
  return markReprints(hits).filter(({ reprintOf }) => reprintOf !== null).length;
}

/** The day, and the clauses that name the thing. */
function quoteNaming({ article, span }: ArticleAbout, words: readonly string[]): Claim {
  const { start, end } = cutClauses(article.body, span, words, LENGTH);
  const text = wording.printedOn(article.issueDate, article.body.slice(start, end));
  return { text, quotes: [{ article, start, end }] };
}
