/** Width, case and compatible forms made one: ２０２３ＫＭ → 2023km. For indexing and looking up, never for showing. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A folded text that still knows where each of its characters came from. */
type FoldedText = {
  text: string;
  /** For each UTF-16 unit of `text`: where the character that it came from starts in the original (UTF-16 offset). */
  offsets: number[];
  /** The same for the end of that character, exclusive. */
  ends: number[];
};

const IGNORED = /[\s\p{P}\p{S}]/u;

/**
 * Folds for comparing quotations: beside `fold`, white space, punctuation and symbols are left out, because print and
 * typing differ in them. A decimal point between digits stays, 7.5 is not 75.
 */
export function foldForComparing(text: string): FoldedText {
  const units: string[] = [];
  const offsets: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const isDecimalPoint =
      (character === '.' || character === '．') && isDigit(text[at - 1]) && isDigit(text[at + 1]);
    if (isDecimalPoint || !IGNORED.test(character)) {
      for (const unit of isDecimalPoint ? '.' : fold(character)) {
        units.push(unit);
        for (let i = 0; i < unit.length; i++) {
          offsets.push(at);
          ends.push(at + character.length);
        }
      }
    }
    at += character.length;
  }
  return { text: units.join(''), offsets, ends };
}

/** Where `part` stands in `folded`, as UTF-16 offsets of the original text; null where it does not. */
export function findFolded(
  folded: FoldedText,
  part: string,
  from = 0,
): { start: number; end: number; next: number } | null {
  const wanted = foldForComparing(part).text;
  if (!wanted) return null;
  const found = folded.text.indexOf(wanted, from);
  if (found < 0) return null;
  const next = found + wanted.length;
  const start = folded.offsets[found] ?? 0;
  return { start, end: folded.ends[next - 1] ?? start, next };
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /\p{Nd}/u.test(character);
}
