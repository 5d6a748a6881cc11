import type { OpenedPage } from '../../continue/open-page.js';
import { findIssue, type Issue } from '../../pages/issue/find-issue.js';
import { parsePageFacts } from '../../pages/issue/page-facts.js';
import type { GivenFacts } from '../reader.js';
import type { DraftPart } from './articles/build-parts.js';
import type { DocumentPart } from './articles/take-document-apart.js';

/**
 * The parts of a file as pages of newspapers, with their newspaper, date and page. What only the first page prints (the
 * day, the name) is true of all; a page's number is the printed one, else its place in a file of several.
 */
export function openParts(path: string, parts: readonly DocumentPart[], given: GivenFacts): OpenedPage[] {
  const issues = parts.map((part) => findIssueOf(path, part, parts.length > 1, given));
  const dated = issues.find(({ issueDate }) => issueDate !== null);
  const newspaper = issues.find((issue) => issue.newspaper !== null)?.newspaper ?? null;
  return parts.flatMap((part, index) => {
    const own = issues[index] as Issue;
    const date = own.issueDate || !dated ? {} : pickDate(dated);
    const issue = { ...own, newspaper: own.newspaper ?? newspaper, ...date };
    return splitByIssue(part, issue).map(([printed, page]) => open(path, page, printed, given));
  });
}

const pickDate = ({ issueDate, issueDateSource, issueDateEvidence }: Issue) => ({
  issueDate,
  issueDateSource,
  issueDateEvidence,
});

function findIssueOf(path: string, part: DocumentPart, isOfSeveral: boolean, given: GivenFacts): Issue {
  const issue = findIssue(path, part.lines, given);
  if (part.pages.length > 1) return { ...issue, page: given.page };
  if (!isOfSeveral) return issue;
  return { ...issue, page: given.page ?? parsePageFacts(part.lines).page ?? String(part.pages[0]) };
}

/** Of an issue that was set anew each article says where it was printed: the pages are put together again. */
function splitByIssue(part: DocumentPart, issue: Issue): [Issue, DocumentPart][] {
  const pages = new Map<string, [Issue, DocumentPart]>();
  for (const article of part.articles) {
    const printed = printedIn(article, issue);
    const key = JSON.stringify(printed);
    const page = pages.get(key) ?? [printed, { ...part, articles: [], furniture: [] }];
    page[1].articles.push(article);
    pages.set(key, page);
  }
  const [first, ...rest] = pages.values();
  if (!first) return [[issue, part]];
  return [[first[0], { ...first[1], furniture: part.furniture }], ...rest];
}

/** A line under the headline says it of its own article. */
function printedIn({ source }: DraftPart, issue: Issue): Issue {
  if (!source) return issue;
  return {
    newspaper: source.newspaper ?? issue.newspaper,
    ...(source.date === null
      ? pickDate(issue)
      : { issueDate: source.date, issueDateSource: 'text', issueDateEvidence: null }),
    page: source.page ?? issue.page,
  };
}

const open = (path: string, part: DocumentPart, issue: Issue, given: GivenFacts): OpenedPage => ({
  path,
  given,
  text: part.articles.map(({ article }) => article.body).join('\n'),
  issue,
  markers: part.articles
    .flatMap(({ continuedOn, continuedFrom }) => [continuedOn, continuedFrom])
    .filter((marker) => marker !== null),
  takeApart: () => part,
});
