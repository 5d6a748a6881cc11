import type { ArticleKind, Contributor } from '../../../src/domain/article.js';
import { measureLine } from '../blocks/print-width.js';
import { isNoticeHeadline, isOpinionLabel } from '../text/label.js';

/** What an article's kind is told by. */
type KindSigns = {
  isCaption: boolean;
  isNotice: boolean;
  headline: string | null;
  column: string | null;
  byline: string | null;
  contributors: readonly Contributor[];
  dateline: string | null;
  body: string;
};

/** Characters; a report with a dateline, or an item of its own, of fewer is a brief. */
const BRIEF = { dated: 200, undated: 120 };
/** A poem has at least so many lines, hardly one wider than this. */
const VERSE = { lines: 4, width: 16, share: 0.9 };
/** Characters; an advertisement says little and how to call. */
const MAX_AD = 500;

const TELEPHONE = /(?:\d{3,4}[-—－ ]?\d{7,8}|1[3-9]\d{9}|400[-—－ ]?\d{3,4}[-—－ ]?\d{3,4})/u;
const OFFER =
  /优惠|钜惠|特惠|特价|促销|热销|出售|转让|招租|出租|加盟|抢购|预订|订房|热线|免费(?:试|上门|咨询)|盛大开[启业]|恭候|★/u;

/** The kind of an article by its headline, label, signature and form. */
export function findKind(signs: KindSigns): ArticleKind {
  const { headline, column, byline, body } = signs;
  if (signs.isCaption) return 'photo-caption';
  if (signs.isNotice || (headline && isNoticeHeadline(headline))) return 'notice';
  const reported = signs.dateline !== null || signs.contributors.some(({ role }) => role === 'reporter');
  if (!reported && isVerse(body)) return 'poem';
  if (!reported && body.length <= MAX_AD && TELEPHONE.test(body) && OFFER.test(`${headline}${body}`))
    return 'ad';
  if (/评论员/u.test(byline ?? '') || (!reported && column !== null && isOpinionLabel(column)))
    return 'commentary';
  return body.length < (signs.dateline ? BRIEF.dated : BRIEF.undated) ? 'brief' : 'news';
}

function isVerse(body: string): boolean {
  const lines = body.split('\n');
  const short = lines.filter((line) => measureLine(line) <= VERSE.width && !/\d{2}/u.test(line));
  return lines.length >= VERSE.lines && short.length >= lines.length * VERSE.share;
}
