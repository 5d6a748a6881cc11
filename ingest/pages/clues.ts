import { parseChineseNumber } from '../../src/text/numbers.js';
import type { Block } from './block.js';
import { parseByline } from './byline.js';

// Signs in a block's own text: patterns of print, no words of any one page.

/** 本报讯, 本报综合讯, 新华社北京9月7日电; a quotation mark before it is passed over. */
const DATELINE = /^[“"]?((?:本报(?:综合)?(?:讯|\S{0,12}?电)|(?:据)?新华社\S{0,16}?电|本刊讯))/u;
const SENTENCE_END = /[。！？!?；;：:…][”’"』」）)】》]*$/u;
const BRACKETED_LABEL = /^[【[〖](.{2,12})[】\]〗]$/u;
const NAMED_LABEL =
  /^.{2,8}(?:论坛|视点|时评|评论|快评|观察|聚焦|要闻|简讯|广角|之窗|速递|天地|专版|专栏|动态|看台|热线|信箱|副刊)$/u;
const SUBHEADLINE = /^(?:——|--|—)/u;
const NOTICE = /(?:公告|通告|启事|声明|公示|通知|讣告)$/u;
const LONE_DAY = /^\d{4}年\d{1,2}月\d{1,2}日$/u;
const STANDING_BYLINE = /^[□■◎]/u;
const PICTURED = /图为|图[①②③④⑤]|(?:上|下|左|右)图|（图）|\(图\)/u;
const PHOTO_CREDIT = /(?:摄|摄影|\s作)[）)]?$/u;
const WRITTEN_AND_PHOTOGRAPHED = /文[/／、]?\s?(?:图|摄)/u;
const ITEM = /(?:^|[，,；;。：:])第?([一二三四五六七八九十]{1,3})(?:是|、)/gu;

/** The dateline that a text opens with, null where it has none. */
export const findDateline = (text: string): string | null => DATELINE.exec(text)?.[1] ?? null;
/** A column's name without its brackets, null where the text is no label in brackets. */
export const findBracketedLabel = (text: string): string | null => BRACKETED_LABEL.exec(text)?.[1] ?? null;
/** True for a text that ends without the mark of a sentence's end. */
export const endsOpen = (text: string): boolean => !SENTENCE_END.test(text);
export const isLabel = (text: string): boolean => BRACKETED_LABEL.test(text) || NAMED_LABEL.test(text);
export const isSubheadline = (text: string): boolean => SUBHEADLINE.test(text);
export const isNoticeHeadline = (text: string): boolean => NOTICE.test(text);
export const isLoneDay = (text: string): boolean => LONE_DAY.test(text);
export const isStandingByline = (text: string): boolean => STANDING_BYLINE.test(text);

/** The body names its own reporter: 本报讯(记者 …). */
export const namesReporter = (text: string): boolean => parseByline(text).length > 0;

/** A paragraph that speaks of a picture, or that a photographer alone has signed. */
export function isCaption(block: Block, next: Block | undefined): boolean {
  if (block.startsArticle || block.role === 'byline' || block.role === 'furniture') return false;
  const signedByPhotographer =
    next?.role === 'byline' && PHOTO_CREDIT.test(next.text) && !WRITTEN_AND_PHOTOGRAPHED.test(next.text);
  const carriesCredit = PHOTO_CREDIT.test(block.text) && !WRITTEN_AND_PHOTOGRAPHED.test(block.text);
  if (block.role === 'headline') return (signedByPhotographer || carriesCredit) && block.text.length > 12;
  return (signedByPhotographer && block.text.length < 250) || (PICTURED.test(block.text) && carriesCredit);
}

/** First and last number of a list's items in a text (一是 … 四是); null where it has none. */
export function findListNumbers(text: string): { first: number; last: number } | null {
  const numbers = [...text.matchAll(ITEM)].map(([, numeral]) => parseChineseNumber(numeral ?? ''));
  const first = numbers[0];
  const last = numbers.at(-1);
  return first && last ? { first, last } : null;
}
