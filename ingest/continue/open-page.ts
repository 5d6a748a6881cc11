import { cleanLines } from '../pages/blocks/line.js';
import { findIssue, type Issue } from '../pages/issue/find-issue.js';
import { type PageParts, takeApart } from '../pages/take-apart.js';
import { readPageText } from '../readers/page-text.js';
import type { GivenFacts } from '../readers/reader.js';
import { cutMarkers } from './cut-markers.js';
import { type Marker, parseMarker } from './marker.js';

/** A page's file as far as it is known before the page is taken apart. */
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

/** @throws InputError for a file that is no readable page. */
export async function openPage(path: string, given: GivenFacts): Promise<OpenedPage> {
  const text = await readPageText(path, given.encoding);
  const lines = cutMarkers(cleanLines(text));
  const markers = lines.flatMap((line) => parseMarker(line.text) ?? []);
  const issue = findIssue(path, lines, given);
  let parts: PageParts | null = null;
  return { path, given, text, issue, markers, takeApart: () => (parts ??= takeApart(text)) };
}

/** The same page twice (a copy, a packed file) counts once. */
export const identifyPage = ({ text, issue }: OpenedPage): string =>
  JSON.stringify([issue.newspaper, issue.issueDate, issue.page, text]);
