import { cleanLines } from '../pages/blocks/line.js';
import { findIssue, type Issue } from '../pages/issue/find-issue.js';
import { type PageParts, takeApart } from '../pages/take-apart.js';
import type { ArticleText } from '../readers/article-text/article-text.js';
import { buildTextArticle } from '../readers/article-text/build-text-article.js';
import { readArticleText } from '../readers/article-text/read-article-text.js';
import { readPageText } from '../readers/page-text.js';
import { isPdf, openPdfPages } from '../readers/pdf/open-pdf-pages.js';
import type { GivenFacts } from '../readers/reader.js';
import { cutMarkers } from './cut-markers.js';
import { type Marker, parseMarker } from './marker.js';

/** A page's file, or one of an article of the page, as far as it is known before it is taken apart. */
export type OpenedPage = {
  path: string;
  /** What was said of it when it was, or is being, taken in. */
  given: GivenFacts;
  text: string;
  issue: Issue;
  /** All 下转 and 上接 on the page. */
  markers: Marker[];
  /** Done once, when it is first asked for. */
  takeApart: () => PageParts;
};

/** The pages of a file: one of text, one or several of PDF; and what of it could not be read. */
export type OpenedFile = { pages: readonly OpenedPage[]; problems: readonly string[] };

/** @throws InputError for a file that holds no readable page. */
export async function openPages(path: string, given: GivenFacts): Promise<OpenedFile> {
  return isPdf(path) ? openPdfPages(path, given) : { pages: [await openPage(path, given)], problems: [] };
}

async function openPage(path: string, given: GivenFacts): Promise<OpenedPage> {
  const text = await readPageText(path, given.encoding);
  const article = await readArticleText(path, text, given.encoding);
  if (article) return openArticle(path, given, text, article);
  const lines = cutMarkers(cleanLines(text));
  const markers = lines.flatMap((line) => parseMarker(line.text) ?? []);
  const issue = findIssue(path, lines, given);
  let parts: PageParts | null = null;
  return { path, given, text, issue, markers, takeApart: () => (parts ??= takeApart(text)) };
}

/** A file that holds one article: a page of which nothing else is known. */
function openArticle(path: string, given: GivenFacts, text: string, parsed: ArticleText): OpenedPage {
  const part = buildTextArticle(parsed);
  const named = findIssue(path, [], given);
  const issue: Issue = {
    ...named,
    newspaper: named.newspaper ?? parsed.issue.newspaper,
    page: named.page ?? parsed.issue.page,
    ...(named.issueDate === null &&
      parsed.issue.date !== null && {
        issueDate: parsed.issue.date,
        issueDateSource: 'text',
        issueDateEvidence: null,
      }),
  };
  const reasons = { headlineLines: [], headlineWords: [], bylineLines: [], joins: [], doubtful: [] };
  const lines = text.split('\n').map((_, index) => index + 1);
  const parts: PageParts = { articles: [{ ...part, lines, reasons }], furniture: [], lines: [] };
  const markers = [part.continuedOn, part.continuedFrom].filter((marker) => marker !== null);
  return { path, given, text, issue, markers, takeApart: () => parts };
}

/** The same page twice (a copy, a packed file) counts once. */
export const identifyPage = ({ text, issue }: OpenedPage): string =>
  JSON.stringify([issue.newspaper, issue.issueDate, issue.page, text]);
