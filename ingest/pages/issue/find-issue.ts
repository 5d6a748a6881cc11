import * as wording from '../../../src/domain/wording/issue-date.js';
import type { RawArticle } from '../../raw-article.js';
import type { PrintedFacts } from '../../readers/reader.js';
import type { Line } from '../blocks/line.js';
import { findDayWords, parseFileFacts } from './file-facts.js';
import { type PageFacts, parsePageFacts } from './page-facts.js';

/** Which newspaper, issue and page an article was printed in, as far as it is known, and how the date is. */
export type Issue = Pick<
  RawArticle,
  'newspaper' | 'issueDate' | 'issueDateSource' | 'issueDateEvidence' | 'page'
>;

type IssueDate = Pick<Issue, 'issueDate' | 'issueDateSource'>;

/** What was given outweighs the names of files and folders, and those what the page says. */
export function findIssue(path: string, lines: readonly Line[], given: PrintedFacts): Issue {
  const file = parseFileFacts(path);
  const page = parsePageFacts(lines);
  const dated: IssueDate = given.date
    ? { issueDate: given.date, issueDateSource: 'given' }
    : file.date
      ? { issueDate: file.date, issueDateSource: 'file' }
      : { issueDate: page.date, issueDateSource: page.dateSource };
  const evidence = findEvidence(dated, path, page);
  return {
    ...dated,
    issueDateEvidence: evidence.length ? wording.joinEvidence(evidence) : null,
    newspaper: given.newspaper ?? file.newspaper ?? page.newspaper,
    page: given.page ?? file.page ?? page.page,
  };
}

/** Where the masthead names another day than the option or the file's name, that is said. */
function findEvidence({ issueDate, issueDateSource }: IssueDate, path: string, page: PageFacts): string[] {
  if (issueDateSource !== 'given' && issueDateSource !== 'file') return page.evidence;
  const named = issueDateSource === 'file' ? findDayWords(path) : null;
  const isOther = page.masthead !== null && page.date !== issueDate;
  return [
    ...(named ? [wording.dayInName(named)] : []),
    ...(isOther && page.masthead ? [wording.otherDayInMasthead(page.masthead)] : []),
  ];
}
