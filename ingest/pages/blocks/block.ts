import { findDateline } from '../text/dateline.js';
import { isFurniture } from '../text/furniture-line.js';
import { isLabel, isNoticeHeadline, isNumberedCrosshead, isSubheadline } from '../text/label.js';
import { findListNumbers, type ListNumbers } from '../text/list-numbers.js';
import { findNoticeDay, type NoticeDay } from '../text/notice-day.js';
import { beginsInside, closesForeign, countOpenQuotes, endsOpen } from '../text/running-text.js';
import { endsInCredit, endsInSignature, findSignature, type SignatureForm } from '../text/signature.js';
import { type BlockRole, findRole } from './block-role.js';
import type { Line } from './line.js';

/** Lines that belong together on the page: a paragraph, a headline, a signature. */
export type Block = {
  role: BlockRole;
  text: string;
  /** The body of a new article begins here (本报讯, 新华社…电, 编辑同志：). */
  startsArticle: boolean;
  /** Of a signature, on which side of it its body stands. */
  signature: SignatureForm | null;
  /** Running text that ends in who wrote it, or in who took the picture that it describes. */
  signedOff: boolean;
  credited: boolean;
  /** Of a headline-like line, that it can be no crosshead: a label, a second deck, a notice's, a vertical or marked one. */
  opensArticle: boolean;
  isNoticeHeadline: boolean;
  /** A crosshead with its number. */
  isNumbered: boolean;
  /** A day that a notice may be signed with. */
  day: NoticeDay | null;
  /** Set vertically, one character a line: never a crosshead. */
  vertical: boolean;
  /** Marked as a heading by whoever made the text of the page. */
  isHeading: boolean;
  /** All of it was marked as bold. */
  isBold: boolean;
  /** No blank line stands before it, though they stand between most lines of the page. */
  isTight: boolean;
  /** More blank lines stand before it than are usual on the page. */
  afterGap: boolean;
  /** It ends without the mark of a sentence's end. */
  endsOpen: boolean;
  /** It cannot be the beginning of anything. */
  beginsInside: boolean;
  /** It closes a quotation that it has not opened; quotations that stand open at its end. */
  closesForeign: boolean;
  openQuotes: number;
  /** First and last number of the list items in it. */
  list: ListNumbers | null;
  /** 1-based numbers of its lines. */
  lines: number[];
};

/** A letter to the editor begins so. */
const LETTER = /^(?:尊敬的)?编辑(?:同志|部|老师)?[:：]/u;

/** Lines → the block that they make up, with all that its text tells: readings of the page ask for it again and again. */
export function buildBlock(lines: readonly Line[], usualGap: number): Block {
  const text = lines.map((line) => line.text).join('');
  const startsArticle = findDateline(text) !== null || LETTER.test(text);
  const signature = isFurniture(text) ? null : findSignature(text);
  const isHeading = lines.some((line) => line.isHeading);
  const vertical = lines.some((line) => line.vertical);
  const signs = { startsArticle, isSignature: signature !== null, isHeading, lines: lines.length };
  const role = lines[0]?.isShadow ? 'furniture' : findRole(text, signs);
  const gap = lines[0]?.gap ?? 0;
  return {
    role,
    text,
    startsArticle,
    signature,
    signedOff: role === 'body' && endsInSignature(text),
    credited: endsInCredit(text),
    opensArticle: vertical || isHeading || isLabel(text) || isSubheadline(text) || isNoticeHeadline(text),
    isNoticeHeadline: isNoticeHeadline(text),
    isNumbered: isNumberedCrosshead(text),
    day: findNoticeDay(text),
    vertical,
    isHeading,
    isBold: lines.every((line) => line.isBold),
    isTight: gap === 0 && usualGap > 0,
    afterGap: gap > usualGap + 1,
    endsOpen: endsOpen(text),
    beginsInside: beginsInside(text),
    closesForeign: closesForeign(text),
    openQuotes: countOpenQuotes(text),
    list: findListNumbers(text),
    lines: lines.flatMap(({ numbers }) => numbers),
  };
}
