import { simplifyCharacters } from './simplify-characters.js';

/** A circle typed for the zero of 二○二三. The first pattern is only to pass over the many texts without one, fast. */
const CIRCLE = /[○◯]/;
const CIRCLES_AFTER_DIGIT = /(?<=[〇零一二三四五六七八九])[○◯]+/gu;

/**
 * Width, case, compatible forms, traditional and variant characters made one: ２０２３ＫＭ → 2023km, 羣衆 → 群众. For
 * indexing and looking up, never for showing.
 */
export function fold(text: string): string {
  const folded = simplifyCharacters(lower(text.normalize('NFKC')));
  if (!CIRCLE.test(folded)) return folded;
  return folded.replace(CIRCLES_AFTER_DIGIT, (circles) => '〇'.repeat(circles.length));
}

/** İ alone grows in lower case, and its dot may then stand in another order than other marks. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : lowered.normalize('NFKC');
}

/** Without what print and typing differ in: white space, punctuation, symbols, invisible characters. */
export const dropMarks = (folded: string): string => folded.replace(IGNORED_MARKS, '');

/** A folded text that still knows where each of its characters came from. */
export type FoldedText = {
  text: string;
  /** For each UTF-16 unit of `text`: where the character that it came from starts in the original (UTF-16 offset). */
  offsets: number[];
  /** The same for the end of that character, exclusive. */
  ends: number[];
};

const IGNORED = /[\s\p{P}\p{S}\p{Cf}\p{Cc}]/u;
const IGNORED_MARKS = /[\s\p{P}\p{S}\p{Cf}\p{Cc}]/gu;
const PLAIN_HAN = /^[一-鿿]$/u;
const IS_CIRCLE = /^[○◯]$/u;
const IS_CHINESE_DIGIT = /^[〇零一二三四五六七八九]$/u;

/**
 * Folds for comparing quotations: beside `fold`, white space, punctuation, symbols and invisible characters are left out, because print and
 * typing differ in them. A decimal point between digits stays, 7.5 is not 75. Each character is folded for itself
 * (é as e and its accent), so that every stretch of a text folds to a stretch of the folded text.
 */
export function foldForComparing(text: string): FoldedText {
  const units: string[] = [];
  const offsets: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const isZero =
      IS_CIRCLE.test(character) &&
      ends[ends.length - 1] === at &&
      IS_CHINESE_DIGIT.test(units[units.length - 1] ?? '');
    for (const unit of isZero ? '〇' : isDecimalPoint(text, at) ? '.' : compareAs(character)) {
      units.push(unit);
      for (let i = 0; i < unit.length; i++) {
        offsets.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { text: units.join(''), offsets, ends };
}

function compareAs(character: string): string {
  if (PLAIN_HAN.test(character)) return simplifyCharacters(character);
  if (IGNORED.test(character)) return '';
  return dropMarks(simplifyCharacters(character.normalize('NFKD').toLowerCase()));
}

/** Where `part` stands in `folded`, as UTF-16 offsets of the original text; null where it does not. */
export function findFolded(
  folded: FoldedText,
  part: string,
  from = 0,
): { start: number; end: number; next: number } | null {
  const wanted = foldForComparing(part).text;
  if (!wanted) return null;
  const { text, offsets, ends } = folded;
  for (let found = text.indexOf(wanted, from); found >= 0; found = text.indexOf(wanted, found + 1)) {
    const next = found + wanted.length;
    const start = offsets[found] ?? 0;
    const end = ends[next - 1] ?? start;
    // Part of one character is no place in the text: the last i of Ⅲ.
    if (offsets[found - 1] !== start && ends[next] !== end) return { start, end, next };
  }
  return null;
}

function isDecimalPoint(text: string, at: number): boolean {
  const character = text[at];
  return (character === '.' || character === '．') && isDigit(text[at - 1]) && isDigit(text[at + 1]);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /\p{Nd}/u.test(character);
}
