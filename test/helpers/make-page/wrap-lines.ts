import type { Random } from './random.js';

/** Characters that do not begin a line. */
const CLOSING = /[，。、；：！？”’）》,;:!?)]/u;
/** Characters that do not end a line. */
const OPENING = /[“‘（《(]$/u;

const widthOf = (character: string) => (/[ -~]/u.test(character) ? 0.5 : 1);

/**
 * Breaks a paragraph into print lines of a width in full-width characters, in the middle of words and numbers;
 * the first line is shorter by its indent.
 */
export function wrapLines(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - indent;
  for (const character of text) {
    const fits = widthOf(character) <= room || CLOSING.test(character);
    if (!fits) {
      const hanging = OPENING.exec(line)?.[0] ?? '';
      lines.push(line.slice(0, line.length - hanging.length).trimEnd());
      line = hanging;
      room = width - hanging.length;
    }
    line += character;
    room -= widthOf(character);
  }
  return line ? [...lines, line] : lines;
}

export type NumberSpacing = 'before' | 'around' | 'none';

/** Puts the spaces in that a typesetter's program leaves beside numbers: 8月 16日, 投资 6.35 亿元. */
export function spaceNumbers(line: string, spacing: NumberSpacing): string {
  if (spacing === 'none') return line;
  const before = line.replace(/(?<=[\u4e00-\u9fff])(?=\d)/gu, ' ');
  return spacing === 'before' ? before : before.replace(/(?<=\d%?)(?=[\u4e00-\u9fff])/gu, ' ');
}

/** Now and then a line is set wide: 打 造 民 心 工 程. */
export const spaceLetters = (line: string, random: Random) =>
  line.length < 20 && random.chance(0.02) ? [...line.replace(/\s/gu, '')].join(' ') : line;

/** Where a text may be cut as a column of print cuts it: between two Han characters, in mid-word or not. */
export function findCut(text: string, near: number): number | null {
  const isInside = (at: number) => /[\u4e00-\u9fff]{3}/u.test(text.slice(at - 2, at + 2)) && at > 5;
  for (let distance = 0; distance < 40; distance++) {
    for (const at of [near + distance, near - distance]) {
      if (at < text.length - 5 && isInside(at)) return at;
    }
  }
  return null;
}
