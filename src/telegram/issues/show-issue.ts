import type { Article } from '../../domain/article.js';
import type { DateRange, Filter } from '../../domain/query.js';
import * as wording from '../../domain/wording/telegram-archive.js';
import type { Button } from '../buttons/action.js';
import { toRows } from '../buttons/keyboard.js';
import { describeNewspaper } from '../chat-limits.js';
import { escapeHtml } from '../escape-html.js';
import type { Turn } from '../turn.js';
import { ARTICLES_A_MESSAGE, renderArticleList } from './list-articles.js';

/** More days than this are not seen in one look. */
const DAYS_SHOWN = 12;

/** A day's articles from the n-th on; every newspaper of that day where none is named. */
export async function showIssue(
  turn: Turn,
  day: string,
  newspaper: string | null,
  first: number,
): Promise<void> {
  const { archive } = turn.parts;
  const filter = filterOfDays({ from: day, to: day }, newspaper);
  const issues = await archive.listIssues(filter);
  const total = issues.reduce((sum, issue) => sum + issue.articles, 0);
  const articles: Article[] = [];
  let index = 0;
  for await (const article of archive.listArticles(filter)) {
    if (index++ >= first) articles.push(article);
    if (articles.length === ARTICLES_A_MESSAGE) break;
  }
  // Another newspaper may have been named, or set since the button was sent.
  const remarks = describeNewspaper(turn).filter(
    () => newspaper === turn.parts.conversations.newspaper(turn.place),
  );
  const { html, buttons } = renderArticleList({ articles, before: first, issues, remarks });
  const next = first + articles.length;
  const more: Button = { text: wording.moreButton(), action: { kind: 'issue', day, newspaper, first: next } };
  await turn.show(html, next < total ? [...buttons, [more]] : buttons);
}

/** The articles of the only day, or a button for each day that has an issue, or for the days that are nearest. */
export async function showIssues(turn: Turn, days: DateRange, newspaper: string | null): Promise<void> {
  const held = await listDays(turn, days, newspaper);
  const [newest] = held;
  if (newest === undefined) return showNearest(turn, days, newspaper);
  if (held.length === 1) return showIssue(turn, newest, newspaper, 0);
  const shown = held.slice(0, DAYS_SHOWN);
  const sentence = wording.issuesWithin(days, held.length, shown.length);
  await turn.show(escapeHtml(sentence), toRows(shown.map((day) => dayButton(day, newspaper))));
}

async function showNearest(turn: Turn, days: DateRange, newspaper: string | null): Promise<void> {
  const earlier = await listDays(turn, { to: days.from }, newspaper);
  const later = await listDays(turn, { from: days.to }, newspaper);
  const near = [...earlier.slice(0, 1), ...later.slice(-1)];
  const lines = [wording.issueNotHeld(days, newspaper, near.length > 0), ...near.map(wording.nearDay)];
  await turn.show(escapeHtml(lines.join('\n')), toRows(near.map((day) => dayButton(day, newspaper))));
}

/** The days that have an issue, newest first. */
async function listDays(turn: Turn, days: Partial<DateRange>, newspaper: string | null): Promise<string[]> {
  const issues = await turn.parts.archive.listIssues(filterOfDays(days, newspaper));
  return [...new Set(issues.flatMap(({ issueDate }) => issueDate ?? []))];
}

const filterOfDays = (days: Partial<DateRange>, newspaper: string | null): Filter =>
  newspaper === null ? days : { ...days, newspaper };

const dayButton = (day: string, newspaper: string | null): Button => ({
  text: wording.dayButton(day),
  action: { kind: 'issue', day, newspaper, first: 0 },
});
