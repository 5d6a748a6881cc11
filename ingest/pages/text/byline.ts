import type { Contributor, ContributorRole } from '../../../src/domain/article.js';
import { SURNAME } from '../../../src/text/find-people.js';

const ROLES: readonly [RegExp, ContributorRole][] = [
  [/通讯员/u, 'correspondent'],
  [/记者/u, 'reporter'],
];
/** The bracket behind 本报讯, or a bracketed or marked signature. */
const OPENING = /^[^。]{0,16}?[（(]\s*((?:本报|本刊|见习|实习|特约)*(?:记者|通讯员)[^）)]{1,60})[）)]/u;
/** One to six names of two to four characters, padded ones among them. */
const PEOPLE =
  '(?:[\\p{Script=Han}·]{2,4}|\\p{Script=Han} \\p{Script=Han})(?:[\\s、，,]+(?:[\\p{Script=Han}·]{2,4}|\\p{Script=Han} \\p{Script=Han})){0,5}';
const NAME = /[\p{Script=Han}·]{2,8}/u;

/** The signature that stands in the opening of a body, as printed without its bracket; empty where there is none. */
export function parseByline(body: string): string {
  return OPENING.exec(body)?.[1]?.trim() ?? '';
}

/** The signature that ends a body: 记者 侯利军 摄, (刘志刚、邢俊兰), or names glued to a caption: …现象梁丹 常宇 摄影. */
const CLOSING = new RegExp(
  `(?:[。”！？\\s][（(]?|[（(])((?:本报|见习|实习)*(?:记者|通讯员|新华社)?\\s*${PEOPLE}(?:\\s*(?:文[/／]?(?:摄|图)|摄影|摄)|\\s作)?)\\s*[）)]?$|(${SURNAME}[\\p{Script=Han}]{1,2}(?:[\\s、]+${PEOPLE})?\\s*(?:摄影|摄))$`,
  'u',
);

/** Names in brackets behind a picture that are no people. */
const PICTURE_AGENCY = /^(?:影像中国|视觉中国|人民视觉|新华社发|资料图片|资料照片|本报资料)$/u;

/** The signature at the end of a body, as printed without its bracket; empty where there is none. */
export function parseClosingByline(body: string): string {
  const found = CLOSING.exec(body.slice(-60));
  const signature = (found?.[1] ?? found?.[2] ?? '').trim();
  return PICTURE_AGENCY.test(signature) ? '' : signature;
}

/**
 * Who signed a text, as printed: in its opening and in the lines of their own (`standing`), else at its `end`; empty where
 * nobody did.
 */
export function readByline(body: string, standing: readonly string[] = [], end: string = body): string {
  const own = [parseByline(body), ...standing].filter(Boolean);
  return own.length ? own.join(' ') : parseClosingByline(end);
}

/** A byline as printed → names with roles: 记者 刘小宇 冯凯治 通讯员 高军峰 → four. */
export function parseContributors(byline: string): Contributor[] {
  const bare = byline.replace(/[□■◎（）()【】]/gu, ' ').replace(/本报|本刊|见习|实习生?|特约/gu, ' ');
  const wholeRole: ContributorRole = /(?:摄|摄影)\s*$/u.test(bare) ? 'photographer' : 'author';
  let role: ContributorRole = wholeRole;
  const contributors: Contributor[] = [];
  for (const part of joinPaddedNames(
    bare.replace(/文[/／](?:摄|图)|(?<!\p{Script=Han})文(?:摄|图)|摄影|摄|\s作\s*$/gu, ' '),
  )) {
    const found = ROLES.find(([pattern]) => pattern.test(part));
    if (found) role = wholeRole === 'photographer' ? wholeRole : found[1];
    const name = NAME.exec(part.replace(/^.*?(?:记者|通讯员)[:：]?/u, ''));
    if (name) contributors.push({ name: name[0], role });
  }
  return contributors;
}

/** Splits at separators; a name of two characters is printed padded (甄 珍) and put together again. */
function joinPaddedNames(text: string): string[] {
  const parts = text.split(/[\s、，,;；]+/u).filter(Boolean);
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined[joined.length - 1];
    if (last && /^(?:.*(?:记者|通讯员))?.$/u.test(last) && part.length === 1)
      joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

/** The body names its own reporter: 本报讯(记者 …). */
export const namesReporter = (body: string): boolean => parseByline(body).length > 0;
