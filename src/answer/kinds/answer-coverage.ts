import type { Article } from '../../domain/article.js';
import type { Archive, Coverage, IssueSummary } from '../../domain/ports.js';
import type { Filter, Query } from '../../domain/query.js';
import * as wording from '../../domain/wording/kinds.js';
import { type CoverageQuestion, parseCoverageQuestion } from '../../query/coverage-question.js';
import type { Claim, Quote } from '../claim.js';
import type { Extract } from '../extract.js';
import { noteNewspaper } from './note-newspaper.js';
import { withinDays } from './within-days.js';

/** How many issues or newspapers are named. */
const MOST = 10;
const FIRST_SENTENCE = /^[^\n]+?(?:[。！？!?][”’」』）)]*|$)/mu;

type Issue = Pick<IssueSummary, 'newspaper' | 'issueDate'>;

/** 有哪些日期的报纸, 最早一期是哪天: told by the index; null for another question, no claims where nothing is held. */
export async function answerCoverage(
  archive: Archive,
  query: Query,
  newspapers: readonly string[],
): Promise<Extract | null> {
  const asked = parseCoverageQuestion(query.text, newspapers, query.askedOn);
  if (!asked) return null;
  const filter = buildFilter(query, asked);
  const isWhole = Object.keys(filter).length === 0;
  if (asked.asks === 'newspapers' && isWhole) return nameNewspapers(archive, await archive.coverage());
  const issues = await archive.listIssues(filter);
  if (!issues.length) return { claims: [], notes: noteNewspaper(asked.newspaper, newspapers) };
  if (asked.asks === 'first' || asked.asks === 'last') return nameOne(archive, issues, filter, asked.asks);
  return nameIssues(archive, issues, filter);
}

function buildFilter(query: Query, { newspaper }: CoverageQuestion): Filter {
  const { filter } = query;
  const named = newspaper === null || filter.newspaper !== undefined ? {} : { newspaper };
  return { ...filter, ...named, ...withinDays(query)?.filter };
}

/** Each newspaper with its first and last issue. */
async function nameNewspapers(archive: Archive, { newspapers, articles }: Coverage): Promise<Extract> {
  const claims = await Promise.all(
    newspapers.slice(0, MOST).map(async (held) => {
      const days = [...new Set([held.from, held.to])];
      const quotes = await Promise.all(
        days.map((issueDate) => quoteIssue(archive, { newspaper: held.newspaper, issueDate }, {})),
      );
      return { text: wording.formatHoldings(held), quotes: quotes.filter((one) => one !== null) };
    }),
  );
  return { claims: keepCited(claims), notes: [wording.archiveTotal(articles)] };
}

async function nameIssues(
  archive: Archive,
  issues: readonly IssueSummary[],
  filter: Filter,
): Promise<Extract> {
  const claims = await Promise.all(issues.slice(0, MOST).map((issue) => nameIssue(archive, issue, filter)));
  const dated = issues.filter(({ issueDate }) => issueDate !== null);
  const articles = countArticles(dated);
  const held = { issues: dated.length, articles, undated: countArticles(issues) - articles };
  return { claims: keepCited(claims), notes: [wording.issuesTotal(held, claims.length)] };
}

/** The first or last issue; where no date is known nobody can tell. */
async function nameOne(
  archive: Archive,
  issues: readonly IssueSummary[],
  filter: Filter,
  asks: 'first' | 'last',
): Promise<Extract> {
  const dated = issues.filter(({ issueDate }) => issueDate !== null);
  const day = asks === 'first' ? dated.at(-1)?.issueDate : dated[0]?.issueDate;
  const chosen = dated.filter(({ issueDate }) => issueDate === day);
  if (!chosen.length) return nameIssues(archive, issues, filter);
  const claims = await Promise.all(chosen.slice(0, MOST).map((issue) => nameIssue(archive, issue, filter)));
  const undated = countArticles(issues) - countArticles(dated);
  return {
    claims: keepCited(claims),
    notes: [
      wording.articlesOfIssues(chosen.length, countArticles(chosen)),
      ...(undated ? [wording.undatedLeftOut(undated)] : []),
    ],
  };
}

const countArticles = (issues: readonly IssueSummary[]): number =>
  issues.reduce((sum, { articles }) => sum + articles, 0);

async function nameIssue(archive: Archive, issue: IssueSummary, filter: Filter): Promise<Claim> {
  const quote = await quoteIssue(archive, issue, filter);
  return { text: wording.formatIssue(issue), quotes: quote ? [quote] : [] };
}

/** What was removed since is not named. */
const keepCited = (claims: readonly Claim[]): Claim[] => claims.filter(({ quotes }) => quotes.length > 0);

/** The first sentence of the issue's first article. */
async function quoteIssue(
  archive: Archive,
  { newspaper, issueDate }: Issue,
  filter: Filter,
): Promise<Quote | null> {
  const ofIssue = {
    ...filter,
    ...(newspaper === null ? {} : { newspaper }),
    ...(issueDate === null ? {} : { from: issueDate, to: issueDate }),
  };
  for await (const article of archive.listArticles(ofIssue)) {
    if (article.newspaper === newspaper && article.issueDate === issueDate) return quoteBeginning(article);
  }
  return null;
}

function quoteBeginning(article: Article): Quote {
  const found = FIRST_SENTENCE.exec(article.body);
  const start = found?.index ?? 0;
  return { article, start, end: start + (found?.[0].length ?? article.body.length) };
}
