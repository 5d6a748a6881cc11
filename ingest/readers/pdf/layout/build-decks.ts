import { isCutInWord } from '../../../../src/text/words.js';
import { findBracketedLabel, isLabel, isSubheadline } from '../../../pages/text/label.js';
import type { RawArticle } from '../../../raw-article.js';
import type { TextLine } from './text-line.js';

type Decks = Pick<RawArticle, 'column' | 'kicker' | 'headline' | 'subheadline'>;

/** A line is of the headline's own deck when it is at least this share of the largest type. */
const MAIN_DECK = 0.95;
/** A headline's line that is broken because its column ends reaches this share of it. */
const FULL = 0.93;

/**
 * The lines of a headline → its decks by their type: what is largest is the headline, smaller lines before it are the
 * kicker or a column's label, smaller ones behind it the subheadline. `width` is that of the place it stands in.
 */
export function buildDecks(lines: readonly TextLine[], width: number): Decks {
  const labels = lines.filter(({ text }) => findBracketedLabel(text));
  const decks = lines.filter((line) => !labels.includes(line));
  const largest = Math.max(...decks.map(({ size }) => size));
  const isMain = ({ text, size }: TextLine) => size >= largest * MAIN_DECK && !isSubheadline(text);
  const first = decks.findIndex(isMain);
  const main = takeWhile(decks.slice(first), isMain);
  const before = decks.slice(0, Math.max(0, first));
  const label = before.filter(({ text }, index) => index === 0 && isLabel(text));
  const join = (some: readonly TextLine[]) => joinLines(some, width) || null;
  return {
    column:
      [...labels.map(({ text }) => findBracketedLabel(text)), ...label.map(({ text }) => text)].join(' ') ||
      null,
    kicker: join(before.filter((line) => !label.includes(line))),
    headline: join(main),
    subheadline: join(decks.slice(first + main.length)),
  };
}

/** Lines that are broken in a word, or because the line was full, are one; others are set apart by a space. */
function joinLines(lines: readonly TextLine[], width: number): string {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (!above) text = line.text;
    else text += (isFull(above, width) || isBroken(above, line) ? '' : ' ') + line.text;
  }
  return text;
}

const isFull = ({ text, x0, x1 }: TextLine, width: number): boolean =>
  x1 - x0 >= width * FULL && !/[，！？…—]$/u.test(text);

const isBroken = (above: TextLine, line: TextLine): boolean =>
  /^[，。、；：！？”’）》·]/u.test(line.text) ||
  /[“‘（《]$/u.test(above.text) ||
  isCutInWord(above.text, line.text);

function takeWhile<T>(items: readonly T[], fits: (item: T) => boolean): T[] {
  const end = items.findIndex((item) => !fits(item));
  return items.slice(0, end < 0 ? items.length : end);
}
