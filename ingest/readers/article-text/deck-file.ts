import { findDateline } from '../../pages/text/dateline.js';
import { isFurniture } from '../../pages/text/furniture-line.js';
import { cleanBody } from '../clean-body.js';
import type { ArticleText } from './article-text.js';

/** Kicker, headline, subheadline; each may be blank. */
const DECK = 3;
/** A deck line is no longer than this. */
const LONGEST_DECK = 150;
/** 20191002-02-01.txt: day, page, place on the page. */
const NAME =
  /(?:^|[^\d])(?:19|20)\d{2}[-_.年]?\d{2}[-_.月]?\d{2}日?[-_.]?第?[A-Da-d]?\d{1,3}版?[-_.]\d{1,3}(?:[-_.]\D[^/\\]*)?\.te?xt(?:\.gz)?$/u;
/** Paragraphs are printed with their first two characters left blank. */
const INDENTED = /^\u3000\u3000/u;
/** A page has so many reports at least that it is no article. */
const REPORTS_OF_A_PAGE = 2;

/**
 * A file that crawlers make of one article: three lines of headlines, then paragraphs. Null where the file is
 * something else, a whole page among others: neither its name nor its form says that it is one.
 */
export function parseDeckFile(path: string, text: string): ArticleText | null {
  const lines = text.split(/\r\n|[\r\n]/u);
  const deck = lines.slice(0, DECK).map(cleanBody);
  const below = lines.slice(DECK).filter((line) => cleanBody(line));
  if (!deck.some(Boolean) || deck.some((line) => line.length > LONGEST_DECK)) return null;
  if (deck.some((_, index) => INDENTED.test(lines[index] ?? ''))) return null;
  const isNamed = NAME.test(path.split(/[\\/]/u).at(-1) ?? '');
  if (isNamed ? isWholePage(lines, below) : !hasForm(lines, below)) return null;
  const [kicker, headline, subheadline] = settleDeck(deck);
  return {
    ...{ kicker, headline, subheadline },
    column: null,
    byline: null,
    authors: [],
    paragraphs: below.map(cleanBody),
    issue: { newspaper: null, date: null, page: null },
  };
}

/** The headline stands in the second line; where that is blank the other one is it. */
function settleDeck(deck: readonly string[]): [string | null, string | null, string | null] {
  const [first = '', second = '', third = ''] = deck;
  if (second) return [first || null, second, third || null];
  return first ? [null, first, third || null] : [null, third || null, null];
}

/** Without its name a file is known by three lines of which the second is filled and paragraphs that are all indented. */
function hasForm(lines: readonly string[], below: readonly string[]): boolean {
  const isDeck = cleanBody(lines[1] ?? '') !== '' && INDENTED.test(lines[DECK] ?? '');
  return isDeck && below.every((line) => INDENTED.test(line));
}

/** Not indented, and with a masthead or several reports: what is named like an article holds a page. */
function isWholePage(lines: readonly string[], below: readonly string[]): boolean {
  const indented = below.filter((line) => INDENTED.test(line)).length;
  if (indented * 2 >= below.length) return false;
  const clean = lines.map(cleanBody);
  const reports = clean.filter((line) => findDateline(line)).length;
  return reports >= REPORTS_OF_A_PAGE || clean.slice(0, DECK).some(isFurniture);
}
