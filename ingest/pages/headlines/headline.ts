import { isCutInWord } from '../../../src/text/words.js';
import type { RawArticle } from '../../raw-article.js';
import { findBracketedLabel, isPlaceKicker, isSubheadline } from '../text/label.js';

type HeadlineParts = Pick<RawArticle, 'column' | 'kicker' | 'headline' | 'subheadline'>;

/** Headline lines in the order of the page → column label, kicker, headline and subheadline. */
export function buildHeadline(lines: readonly string[]): HeadlineParts {
  const parts: HeadlineParts = { column: null, kicker: null, headline: null, subheadline: null };
  const decks: string[] = [];
  for (const line of lines) {
    const label = findBracketedLabel(line);
    if (label) parts.column = join(parts.column, label);
    else if (isSubheadline(line)) parts.subheadline = join(parts.subheadline, line);
    else if (isPlaceKicker(line) && lines.length > 1) parts.kicker = join(parts.kicker, line);
    else decks.push(line);
  }
  parts.headline = decks.reduce(joinDeck, '') || null;
  return parts;
}

/** A headline that is set over two lines may be cut in a word. */
const joinDeck = (before: string, deck: string): string =>
  before + (before && !isCutInWord(before, deck) ? ' ' : '') + deck;

function join(before: string | null, line: string): string {
  return before ? `${before} ${line}` : line;
}
