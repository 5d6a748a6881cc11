import { parseMarker } from '../../ingest/continue/marker.js';
import type { PageParts } from '../../ingest/pages/take-apart.js';

/** Without white space. */
export const solid = (text: string) => text.replace(/\s/gu, '');

/** Without what is mark-up or cannot be seen: white space, invisible characters, emphasis, heading marks, dashes of lists. */
const bare = (line: string) => line.replace(/[\s\p{Cf}\p{Cc}*_#]/gu, '').replace(/^[-+]+/u, '');

/** A page's text → its lines as they stand in the file. */
export const splitPage = (page: string): string[] => page.split(/\r\n?|[\n\u2028\u2029\u0085]/u);

/** The words of a page, its mark-up and white space left out. */
export const wordsOf = (lines: readonly string[]): string => lines.map(bare).join('');

/** The cleaned lines of a page, the pieces that a marker (下转第2版) cuts a line into put together again. */
export function joinPieces({ lines }: PageParts): string[] {
  const joined: string[] = [];
  let last = 0;
  for (const { numbers, text } of lines) {
    if (numbers[0] === last) joined.push((joined.pop() ?? '') + text);
    else joined.push(text);
    last = numbers.at(-1) ?? 0;
  }
  return joined;
}

/**
 * The cleaned texts that stand on some lines, in order. A marker cuts its line into pieces, of which an article may have
 * a few only: as many as the line's number is named, and none that it does not show.
 */
export function piecesOn({ lines }: PageParts, numbers: readonly number[], shown: string): string[] {
  const named = [...numbers];
  return lines.flatMap(({ numbers: own, text }) => {
    const isShown = shown.includes(solid(text));
    const isAlone =
      lines.filter((other) => other.numbers.some((number) => own.includes(number))).length === 1;
    if (!own.every((number) => named.includes(number)) || !(isShown || (isAlone && !parseMarker(text))))
      return [];
    for (const number of own) named.splice(named.indexOf(number), 1);
    return [text];
  });
}

/** Whether a text is some of the lines in their order, none of them changed; white space aside. */
export function isMadeOf(text: string, lines: readonly string[]): boolean {
  const whole = solid(text);
  let reached = new Set([0]);
  for (const line of lines.map(solid)) {
    const further = [...reached].filter((at) => whole.startsWith(line, at)).map((at) => at + line.length);
    reached = new Set([...reached, ...further]);
  }
  return reached.has(whole.length);
}

/**
 * Characters of `whole` that are `left` when those of `part` are taken out, sorted; `missing` are those of `part` that
 * `whole` has not.
 */
export function takeOut(whole: string, part: string): { left: string; missing: string } {
  const counts = new Map<string, number>();
  for (const character of whole) counts.set(character, (counts.get(character) ?? 0) + 1);
  let missing = '';
  for (const character of part) {
    const count = counts.get(character) ?? 0;
    if (count > 0) counts.set(character, count - 1);
    else missing += character;
  }
  return { left: sortCharacters([...counts].map(([one, count]) => one.repeat(count)).join('')), missing };
}

export const sortCharacters = (text: string): string => [...text].sort().join('');
