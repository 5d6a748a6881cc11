import type { Article } from '../../domain/article.js';
import type { IssueSummary } from '../../domain/ports.js';
import * as wording from '../../domain/wording/telegram-archive.js';
import type { Button } from '../buttons/action.js';
import { describeNewspaper, filterOf } from '../chat-limits.js';
import { renderArticleList } from '../issues/list-articles.js';
import type { Turn } from '../turn.js';

const ISSUES_SHOWN = 3;
/** Of each issue; a button brings the rest. */
const ARTICLES_SHOWN = 8;

/** The newest issues with their first headlines. */
export async function latest(turn: Turn): Promise<void> {
  const filter = filterOf(turn);
  const issues = await turn.parts.archive.listIssues(filter);
  const newest = issues.filter(({ issueDate }) => issueDate !== null).slice(0, ISSUES_SHOWN);
  if (newest.length === 0) {
    return turn.say(
      filter.newspaper === undefined ? wording.noIssues() : wording.noIssuesOf(filter.newspaper),
    );
  }
  const articles = (await Promise.all(newest.map((issue) => firstArticles(turn, issue)))).flat();
  const list = { articles, before: 0, issues: newest, remarks: describeNewspaper(turn) };
  const { html, buttons } = renderArticleList(list);
  const whole = newest.filter((issue) => issue.articles > ARTICLES_SHOWN).map((issue) => [wholeIssue(issue)]);
  await turn.show(html, [...buttons, ...whole]);
}

async function firstArticles({ parts }: Turn, { newspaper, issueDate }: IssueSummary): Promise<Article[]> {
  if (issueDate === null) return [];
  const found: Article[] = [];
  const days = { from: issueDate, to: issueDate };
  // A filter cannot ask for "no newspaper": the others of that day are passed over.
  for await (const article of parts.archive.listArticles(
    newspaper === null ? days : { ...days, newspaper },
  )) {
    if (article.newspaper === newspaper) found.push(article);
    if (found.length === ARTICLES_SHOWN) break;
  }
  return found;
}

const wholeIssue = (issue: IssueSummary): Button => ({
  text: wording.wholeIssueButton(issue),
  action: { kind: 'issue', day: issue.issueDate ?? '', newspaper: issue.newspaper, first: 0 },
});
