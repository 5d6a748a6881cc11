import { isFurniture } from '../text/furniture-line.js';
import { isListItem } from '../text/list-numbers.js';

/** What a block is, judged by its own text alone. */
export type BlockRole = 'headline' | 'body' | 'byline' | 'furniture';

/** What of a block its role is told by; `lines` is how many print lines were joined to it. */
type RoleSigns = { startsArticle: boolean; isSignature: boolean; isHeading: boolean; lines: number };

/** Characters; where lines are joined a headline may be set over two of them. */
const MAX_HEADLINE = { line: 45, joined: 55 };
/** Characters; a longer sentence with a comma and an exclamation mark is no headline. */
const EXCLAMATION = 16;
/** A headline with a comma is short: 教育为本，点亮未来之光. */
const LONG_FOR_COMMA = 26;

/** A short line without the marks of a sentence may be a headline; which of them are is settled later. */
export function findRole(
  text: string,
  { startsArticle, isSignature, isHeading, lines }: RoleSigns,
): BlockRole {
  if (isFurniture(text)) return 'furniture';
  if (isHeading) return 'headline';
  if (isSignature) return 'byline';
  if (startsArticle || isEntry(text) || isListItem(text)) return 'body';
  const short = text.length <= (lines === 1 ? MAX_HEADLINE.line : MAX_HEADLINE.joined);
  const runs =
    /[。；;]/u.test(text) ||
    /[，,：:、]$/u.test(text) ||
    (text.length > EXCLAMATION && /[，,].*(?:[！!][”’」』）)]*|[？?][”’」』）)]+)$/u.test(text)) ||
    (text.length > LONG_FOR_COMMA && /[，,]/u.test(text));
  return short && !runs ? 'headline' : 'body';
}

/** An entry of a table, a list with marks, an advertisement or an interview: 地址：…, ▲…, 草鱼8.50 8.50 0.0%, 问：…？ */
function isEntry(text: string): boolean {
  const numbers = text.match(/\d+(?:\.\d+)?/gu) ?? [];
  return (
    /^[▲△★☆●◆■▶►·•]/u.test(text) ||
    /^(?:记者|问|答|\p{Script=Han}{2,4})[:：].*[？?。！]$/u.test(text) ||
    (/^.{2,14}[:：]/u.test(text) && numbers.length >= 2) ||
    /\d{3,4}-\d{6,8}|1\d{10}/u.test(text) ||
    /\d\.\d+\s+\d+\.\d/u.test(text) ||
    (numbers.length >= 3 && !/\d年\d{1,2}月\d{1,2}日/u.test(text))
  );
}
