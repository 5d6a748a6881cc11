import type { Filter } from '../../domain/query.js';
import { findTimes } from '../../text/find-times.js';
import { fold } from '../../text/fold.js';

/** UTF-16 offsets into the question, end exclusive. */
export type Span = { start: number; end: number };

/** A part of a filter that a question names, with the words that name it. */
export type Wall = {
  filter: Pick<Filter, 'newspaper' | 'page' | 'contributor' | 'column' | 'place'>;
  spans: Span[];
};

/** A question made ready for looking for walls in it. */
export type WallText = {
  /** As typed. */
  typed: string;
  /** Folded character by character: offsets are those of `typed`. */
  text: string;
};

/** Only where times stand is asked here, and that is the same on every day. */
const ANY_DAY = '2023-02-10';
const LONGEST_TIME = 40;

export function buildWallText(typed: string): WallText {
  const text = Array.from(typed, (character) => {
    const folded = fold(character);
    return folded.length === character.length ? folded : character;
  }).join('');
  return { typed, text };
}

/** Every expression of time in the question. */
export const findTimesOf = (text: string): Span[] => findTimes(text, ANY_DAY);

/** Where the expression of time ends that begins here, whatever stands before it (报上周 by itself is none); or null. */
export function readTimeAt(text: string, at: number): number | null {
  const [first] = findTimes(text.slice(at, at + LONGEST_TIME), ANY_DAY);
  return first?.start === 0 ? at + first.end : null;
}

/** What a sticky pattern reads at a place of the text. */
export function readAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * 只看…, at the beginning of a clause: said of somebody else (游客只看晋祠) it walls nothing in. To be put before what
 * is walled in.
 */
export const LIMITER =
  '(?<=^|[\\s,。;:(?!、]|(?:请|我|我们|我想|帮我|麻烦|可以|能否|能不能|那就|那么|那))(?:只看|只查|只要|只搜|只找|仅看|仅查|仅限于?|只限于?|限于|限定?在?)';
