import type { Contributor } from '../../../src/domain/article.js';
import { SURNAME } from '../../../src/text/find-people.js';
import type { Continuation } from '../../continue/attach-markers.js';
import { findMarker } from '../../continue/marker.js';
import { findKind } from '../../pages/article/find-kind.js';
import { parseContributors, readByline } from '../../pages/text/byline.js';
import { findDateline } from '../../pages/text/dateline.js';
import { isStaffLine } from '../../pages/text/furniture-line.js';
import { findSignature } from '../../pages/text/signature.js';
import { emptyArticle, type RawArticle } from '../../raw-article.js';
import type { ArticleText } from './article-text.js';

const NAME = `${SURNAME}(?:\\p{Script=Han}{1,2}| \\p{Script=Han})`;
/** Two or more names and nothing else. */
const NAMES = new RegExp(`^${NAME}(?:[ 、，]${NAME}){1,7}$`, 'u');
const PICTURE = /^(?:图片(?:报道|新闻|故事)?|图说)$/u;
/** A caption is no longer than this with its credit. */
const LONGEST_CAPTION = 400;

/**
 * The article of a text, without the facts of its issue, and where it goes on or began. 下转 and 上接 belong to no body.
 * One that has no text (a picture, an advertisement) has its headlines for a body: what is printed of it.
 */
export function buildTextArticle(text: ArticleText): { article: RawArticle } & Continuation {
  const { kicker, headline, subheadline, column } = text;
  const { paragraphs: printed, ...continuation } = cutContinuation(text.paragraphs);
  const paragraphs = cutStaff(printed);
  const [first = '', ...rest] = paragraphs;
  const standing = rest.length && isSignature(first) ? first : null;
  const deck = [kicker, headline, subheadline].filter((line) => line !== null);
  const lines = standing ? rest : paragraphs;
  const body = (lines.length ? lines : deck).join('\n');
  const signed = text.byline ?? standing ?? readByline(body);
  const named = text.authors.join(' ');
  // What is printed tells more (who took the picture) than what was noted, unless somebody is missing.
  const byline = (isComplete(signed, text.authors) ? signed : named) || null;
  const contributors = byline === signed ? parseContributors(signed) : nameAuthors(text.authors, body);
  const dateline = findDateline(body);
  const isCaption = PICTURE.test(headline ?? '') || isCaptionBody(lines);
  const signs = { headline, column, byline, contributors, dateline, body };
  const kind = headline === '广告' ? 'ad' : findKind({ ...signs, isCaption, isNotice: false });
  const { continuedOn, continuedFrom } = continuation;
  const truncated = continuedFrom ? 'start' : continuedOn ? 'end' : null;
  return { article: { ...emptyArticle, ...signs, kicker, subheadline, kind, truncated }, ...continuation };
}

function isSignature(line: string): boolean {
  const form = findSignature(line);
  return form === 'above' || form === 'either' || form === 'name' || NAMES.test(line);
}

function isComplete(printed: string, authors: readonly string[]): boolean {
  const names = new Set(parseContributors(printed).map(({ name }) => name));
  return printed !== '' && authors.every((author) => names.has(author));
}

/** 何光摄 photographed, （记者富子梅） reports; of others nothing is known but that they are authors. */
const nameAuthors = (authors: readonly string[], body: string): Contributor[] =>
  authors.map((name) => {
    const padded = name.length === 2 ? `${name[0]} ?${name[1]}` : name;
    if (new RegExp(`${padded} ?(?:摄|绘)`, 'u').test(body)) return { name, role: 'photographer' };
    const reports = new RegExp(`记者[^。（）]{0,30}${padded}`, 'u').test(body);
    return { name, role: reports ? 'reporter' : 'author' };
  });

function isCaptionBody(lines: readonly string[]): boolean {
  const last = lines.at(-1) ?? '';
  const length = lines.join('').length;
  return length > 0 && length <= LONGEST_CAPTION && findSignature(last) === 'credit';
}

/** 版式设计：甲 乙, at either end. */
function cutStaff(lines: readonly string[]): readonly string[] {
  const from = lines.findIndex((line) => !isStaffLine(line));
  const to = lines.findLastIndex((line) => !isStaffLine(line));
  return from < 0 ? [] : lines.slice(from, to + 1);
}

function cutContinuation(lines: readonly string[]): { paragraphs: string[] } & Continuation {
  const paragraphs: string[] = [];
  const continuation: Continuation = { continuedOn: null, continuedFrom: null };
  for (const line of lines) {
    let rest = line;
    for (let found = findMarker(rest); found; found = findMarker(rest)) {
      const before = rest.slice(0, found.start).trim();
      if (before) paragraphs.push(before);
      if (found.marker.direction === 'on') continuation.continuedOn = found.marker;
      else if (!paragraphs.length) continuation.continuedFrom = found.marker;
      rest = rest.slice(found.end).trim();
    }
    if (!rest) continue;
    // What goes on behind its 下转 is whole already.
    continuation.continuedOn = null;
    paragraphs.push(rest);
  }
  return { paragraphs, ...continuation };
}
