import type { Line } from '../blocks/line.js';

/** Words of a page and the 1-based lines of its file that hold them. */
export type PrintedWords = { lines: number[]; words: string };

/** Lines joined by a space each, as one text; `quote` gives the words between two of its UTF-16 offsets. */
export function joinLines(lines: readonly Line[]): {
  text: string;
  quote: (start: number, end: number) => PrintedWords;
} {
  const text = lines.map((line) => line.text).join(' ');
  const quote = (start: number, end: number): PrintedWords => {
    const numbers: number[] = [];
    let at = 0;
    for (const line of lines) {
      if (at < end && at + line.text.length > start) numbers.push(...line.numbers);
      at += line.text.length + 1;
    }
    return { lines: numbers, words: text.slice(start, end) };
  };
  return { text, quote };
}
