import * as issueDate from '../../../src/domain/wording/issue-date.js';
import { findKind } from '../../pages/article/find-kind.js';
import type { Issue } from '../../pages/issue/find-issue.js';
import { readByline } from '../../pages/text/byline.js';
import { findDateline } from '../../pages/text/dateline.js';
import { emptyArticle, type RawArticle } from '../../raw-article.js';
import type { PrintedFacts } from '../reader.js';
import { type CleanRecord, namePeople } from './clean-record.js';

/** What is known of a record's issue besides what it says itself, the surest first. */
export type RecordSetting = {
  given: PrintedFacts;
  /** What the objects around it say. */
  around: PrintedFacts;
  /** What the names of the file and its folders say. */
  file: PrintedFacts & {
    /** What the folders alone say. */
    newspaperAbove: string | null;
    dayWords: string | null;
  };
};

/** 本版责编：甲 乙: belongs to no article. */
const STAFF = /^(?:本版|[一二三四五六七八九十\d、-]{1,6}版)?(?:责编|责任编辑|本期编辑)\s*[:：]/u;

/** A record → its article; null where it holds no text, or only the names of who edited the page. */
export function buildRecordArticle(found: CleanRecord, setting: RecordSetting): RawArticle | null {
  const { text: body, headline, column, kicker, subheadline, truncated } = found;
  if (!body || STAFF.test(headline ?? '')) return null;
  const byline = found.byline ?? (readByline(body) || null);
  const contributors = namePeople({ byline, areReporters: found.areReporters });
  const dateline = findDateline(body);
  const signs = { headline, column, byline, contributors, dateline, body };
  return {
    ...emptyArticle,
    ...signs,
    ...settleIssue(found, setting),
    sourceId: found.id,
    kicker,
    subheadline,
    kind: findKind({ ...signs, isCaption: false, isNotice: false }),
    truncated,
  };
}

/** What a record says for its own article stands; what was given outweighs all else. */
export const settleIssue = (record: CleanRecord, setting: RecordSetting): Issue => ({
  ...findDate(record, setting),
  newspaper: findNewspaper(record, setting),
  page: record.page ?? setting.given.page ?? setting.around.page ?? setting.file.page,
});

/**
 * An agency or a site is taken for the newspaper only where nothing else is known. In the name of a file that is called
 * after its headline (济宁日报创刊) the newspaper is what the article is about.
 */
function findNewspaper(
  { newspaper, namedSource, source, headline }: CleanRecord,
  { given, around, file }: RecordSetting,
): string | null {
  const isTopic = file.newspaper !== null && headline?.includes(file.newspaper);
  const named = isTopic ? file.newspaperAbove : file.newspaper;
  return newspaper ?? given.newspaper ?? namedSource ?? around.newspaper ?? named ?? source;
}

function findDate(
  { date }: CleanRecord,
  { given, around, file }: RecordSetting,
): Pick<RawArticle, 'issueDate' | 'issueDateSource' | 'issueDateEvidence'> {
  if (date) return { issueDate: date, issueDateSource: 'file', issueDateEvidence: null };
  if (given.date) return { issueDate: given.date, issueDateSource: 'given', issueDateEvidence: null };
  if (around.date) return { issueDate: around.date, issueDateSource: 'file', issueDateEvidence: null };
  const evidence = file.dayWords && issueDate.dayInName(file.dayWords);
  return file.date
    ? { issueDate: file.date, issueDateSource: 'file', issueDateEvidence: evidence }
    : { issueDate: null, issueDateSource: 'none', issueDateEvidence: null };
}
