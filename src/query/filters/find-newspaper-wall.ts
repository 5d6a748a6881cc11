import { findHeldNames, findOtherNames, type Mention } from './find-newspaper-names.js';
import {
  ABOUT,
  ACCORDING_TO,
  COMPARES,
  DONE_TO_IT,
  FILLER,
  ITS_PIECES,
  ON_IT,
  PAGE,
  REPORTS,
  WHICH_PIECES,
} from './newspaper-words.js';
import { parsePage } from './parse-page.js';
import { LIMITER, readAt, readTimeAt, type Span, type Wall, type WallText } from './wall-text.js';

const LIMITED = new RegExp(`${LIMITER}$`, 'u');

/**
 * The newspaper, and the page of it, that the question wants its articles from: one that the archive holds where it
 * stands as a source, another one only with a page,
 * behind 只看 or where nothing but its articles is asked for. Null where the newspaper is itself asked about, and
 * where two are named, which no filter can hold. `signed` is where a contributor is named: 太原日报记者… is a source.
 */
export function findNewspaperWall(
  question: WallText,
  newspapers: readonly string[],
  signed: Span | null,
): Wall | null {
  const held = findHeldNames(question, newspapers);
  if (new Set(held.map(({ newspaper }) => newspaper)).size > 1) return null;
  const mentions = held.length > 0 ? held : findOtherNames(question);
  for (const mention of mentions) {
    const wall = readSource(question, mention, signed);
    if (wall) return wall;
  }
  return null;
}

function readSource(question: WallText, mention: Mention, signed: Span | null): Wall | null {
  const { text } = question;
  const { newspaper, start, end } = mention;
  const before = text.slice(0, start);
  const limiter = LIMITED.exec(before)?.[0].length ?? 0;
  const name = { start: start - limiter, end };
  const behind = skipTimes(question, end);
  const page = readAt(PAGE, text, behind.at);
  if (page) {
    const spans = [name, spanOf(page)];
    return { filter: { newspaper, page: parsePage(page[1] ?? '') }, spans };
  }
  if (limiter > 0 && !readAt(ABOUT, text, end)) return { filter: { newspaper }, spans: [name] };
  if (!mention.isHeld) {
    const asked = readAt(WHICH_PIECES, text, behind.at);
    return asked && { filter: { newspaper }, spans: [name, spanOf(asked)] };
  }
  const source = readVerb(question, mention, behind, signed);
  return source && { filter: { newspaper }, spans: [name, ...source] };
}

/** The other words that make it a source, none where its place alone does; null where it is none. */
function readVerb(
  { text }: WallText,
  { start, end }: Mention,
  behind: { at: number; hasTime: boolean },
  signed: Span | null,
): Span[] | null {
  const before = text.slice(0, start);
  if (signed && signed.start >= end && /^的?$/u.test(text.slice(end, signed.start))) return [];
  if (DONE_TO_IT.test(before) || COMPARES.test(text)) return null;
  for (const at of new Set([end, behind.at])) {
    const found = readAt(REPORTS, text, at) ?? readAt(ITS_PIECES, text, at);
    if (found) return [lastOf(found)];
  }
  if (readAt(ABOUT, text, behind.at)) return null;
  if (behind.hasTime) return [];
  if (ACCORDING_TO.test(before))
    return [{ start: start - (ACCORDING_TO.exec(before)?.[0].length ?? 0), end: start }];
  const onIt = readAt(ON_IT, text, end);
  return onIt && [spanOf(onIt)];
}

/** Over what stands between the name and a page or verb: 太原日报2023年2月10日的第4版. */
function skipTimes({ text }: WallText, end: number): { at: number; hasTime: boolean } {
  let at = end;
  let hasTime = false;
  for (;;) {
    const next = at + (readAt(FILLER, text, at)?.[0].length ?? 0);
    const timeEnd = readTimeAt(text, next);
    if (timeEnd === null) return { at: next, hasTime };
    at = timeEnd;
    hasTime = true;
  }
}

const spanOf = (found: RegExpExecArray): Span => ({ start: found.index, end: found.index + found[0].length });

/** Where group 1, with which the pattern ends, stands. */
function lastOf(found: RegExpExecArray): Span {
  const end = found.index + found[0].length;
  return { start: end - (found[1]?.length ?? 0), end };
}
