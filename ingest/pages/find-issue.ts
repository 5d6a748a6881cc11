import type { RawArticle } from '../raw-article.js';
import type { GivenFacts } from '../readers/reader.js';
import { parseFileFacts } from './file-facts.js';
import type { Line } from './line.js';
import { parsePageFacts } from './page-facts.js';

/** Which newspaper, issue and page an article was printed in, as far as it is known. */
export type Issue = Pick<RawArticle, 'newspaper' | 'issueDate' | 'issueDateSource' | 'page'>;

/** What was given outweighs the names of files and folders, and those what the page says. */
export function findIssue(path: string, lines: readonly Line[], given: GivenFacts): Issue {
  const file = parseFileFacts(path);
  const page = parsePageFacts(lines);
  const dated = given.date
    ? { issueDate: given.date, issueDateSource: 'given' as const }
    : file.date
      ? { issueDate: file.date, issueDateSource: 'file' as const }
      : { issueDate: page.date, issueDateSource: page.dateSource };
  return {
    ...dated,
    newspaper: given.newspaper ?? file.newspaper ?? page.newspaper,
    page: given.page ?? file.page ?? page.page,
  };
}
