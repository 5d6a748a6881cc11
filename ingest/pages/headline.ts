import type { RawArticle } from '../raw-article.js';
import { findBracketedLabel, isSubheadline } from './label.js';

const PLACE_KICKER = /^[\p{Script=Han}]{1,6}(?:省|市|区|县|旗|镇|乡)$/u;

type HeadlineParts = Pick<RawArticle, 'column' | 'kicker' | 'headline' | 'subheadline'>;

/** Headline lines in the order of the page → column label, kicker, headline and subheadline. */
export function buildHeadline(lines: readonly string[]): HeadlineParts {
  const parts: HeadlineParts = { column: null, kicker: null, headline: null, subheadline: null };
  const decks: string[] = [];
  for (const line of lines.map(undouble)) {
    const label = findBracketedLabel(line);
    if (label) parts.column = label;
    else if (isSubheadline(line)) parts.subheadline = join(parts.subheadline, line);
    else if (PLACE_KICKER.test(line) && lines.length > 1) parts.kicker = join(parts.kicker, line);
    else decks.push(line);
  }
  parts.headline = decks.join(' ') || null;
  return parts;
}

/** A shadowed headline is extracted twice: 甲乙甲乙 → 甲乙. */
function undouble(line: string): string {
  const half = line.slice(0, line.length / 2);
  return half.length >= 4 && half + half === line ? half : line;
}

function join(before: string | null, line: string): string {
  return before ? `${before} ${line}` : line;
}
