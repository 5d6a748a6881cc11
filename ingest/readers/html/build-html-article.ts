import * as wording from '../../../src/domain/wording/ingest-html.js';
import { dayInName } from '../../../src/domain/wording/issue-date.js';
import { findKind } from '../../pages/article/find-kind.js';
import { findDayWords, parseFileFacts } from '../../pages/issue/file-facts.js';
import { formatPage } from '../../pages/issue/format-page.js';
import { findDateline } from '../../pages/text/dateline.js';
import { emptyArticle, type RawArticle } from '../../raw-article.js';
import { cleanBody } from '../clean-body.js';
import type { GivenFacts } from '../reader.js';
import { findPrintedByline, isCaptionOnly, nameContributors, skipSummary } from './find-signature.js';
import type { ListingIndex } from './index-files.js';
import { type Found, firstFound, found, type PageArticle } from './page-article.js';

/** What a page says of itself in passing counts less than an option or the names of files and folders. */
const WEAK = new Set(['heading', 'title']);

/** Facts and text as found on a page → the article; `settled` are the facts with the places that won. */
export function buildHtmlArticle(
  path: string,
  raw: PageArticle,
  listing: ListingIndex | null,
  given: GivenFacts,
): { article: RawArticle; settled: PageArticle } {
  const settled = settleFacts(path, raw, listing, given);
  const main = cleanBody(raw.body.join('\n'));
  const printed = cleanBody([...raw.body, ...raw.captions].join('\n'));
  const headline = settled.headline?.value ?? null;
  const isCaption = raw.hasPicture && isCaptionOnly(headline, main);
  const byline = settled.byline?.value ?? findPrintedByline(isCaption || !main ? printed : main, isCaption);
  // A picture without a text has its headlines for a body: what is printed of it.
  const body = printed || [raw.kicker, headline, raw.subheadline].filter(Boolean).join('\n');
  const known = {
    headline,
    column: raw.column,
    dateline: findDateline(skipSummary(main)),
    byline: byline || null,
    contributors: nameContributors(byline, body),
    body,
  };
  const article: RawArticle = {
    ...emptyArticle,
    ...known,
    ...datedBy(settled.date, path, given),
    sourceId: raw.sourceId,
    newspaper: settled.newspaper?.value ?? given.newspaper,
    page: settled.page?.value ?? given.page,
    kicker: raw.kicker,
    subheadline: raw.subheadline,
    kind: findKind({ ...known, isCaption, isNotice: false }),
  };
  return { article, settled };
}

/** What a page records of its own article stands; then options, names of files and folders, and what it says else. */
function settleFacts(
  path: string,
  raw: PageArticle,
  listing: ListingIndex | null,
  given: GivenFacts,
): PageArticle {
  const index = listing?.index;
  const file = { ...parseFileFacts(path), ...parseFounderName(path) };
  const settle = (
    own: Found | null,
    inIndex: string | null | undefined,
    isGiven: boolean,
    inName: string | null,
  ): Found | null => {
    const strong = firstFound(own && !WEAK.has(own.place) ? own : null, found(inIndex, 'index'));
    return strong ?? (isGiven ? null : firstFound(found(inName, 'name'), own));
  };
  // A page's title often only names the site.
  const headline = raw.headline?.place === 'title' ? null : raw.headline;
  return {
    ...raw,
    headline: firstFound(headline, found(listing?.headline, 'index'), raw.headline),
    newspaper: settle(raw.newspaper, index?.newspaper, given.newspaper !== null, file.newspaper),
    date: settle(raw.date, index?.date, given.date !== null, file.date),
    page: settle(raw.page, index?.page, given.page !== null, file.page),
  };
}

/** nw.D110000renmrb_20171016_1-01.htm: the page stands behind the place on it. */
function parseFounderName(path: string): { page?: string } {
  const page = /(?:^|[_/\\])nw\.[a-z\d]+_\d{8}_\d+-([A-D]?\d{1,3})\.s?html?(?:\.gz)?$/iu.exec(path)?.[1];
  return page ? { page: formatPage(page) } : {};
}

function datedBy(
  date: Found | null,
  path: string,
  given: GivenFacts,
): Pick<RawArticle, 'issueDate' | 'issueDateSource' | 'issueDateEvidence'> {
  if (!date) {
    const issueDateSource = given.date ? 'given' : 'none';
    return { issueDate: given.date, issueDateSource, issueDateEvidence: null };
  }
  const words = date.place === 'name' ? findDayWords(path) : null;
  return {
    issueDate: date.value,
    issueDateSource: date.place === 'name' ? 'file' : 'text',
    issueDateEvidence: words ? dayInName(words) : wording.dayOnPage(date.place),
  };
}
