/** A printed line of a page: `text` without layout spaces and mark-up. */
export type Line = {
  /** 1-based numbers in the page's file: one, or those of a vertical line's characters. */
  numbers: number[];
  text: string;
  /** How many blank lines stand before it. */
  gap: number;
  /** Put together from lines of one character each. */
  vertical?: boolean;
};

const INVISIBLE = /[\p{Cf}]|(?![\t\n])\p{Cc}/gu;
const EMPHASIS = /\*\*|__|^#{1,6}\s+/gu;
const LIST_DASH = /^[-*+]\s+(?=\S)/u;
/** Three or more single Chinese characters (or marks) set apart by one space each: 打 造 民 心. */
const LETTER_SPACED = /(?<![^\s])(?:[\p{Script=Han}\p{P}] ){2,}[\p{Script=Han}\p{P}](?![^\s])/gu;
const HAN_OR_MARK = '[\\p{Script=Han}，。、；：？！“”‘’（）《》【】—…]';
const SPACE_BESIDE_NUMBER = new RegExp(
  `(?<=(?![讯电）)])${HAN_OR_MARK})[ \\u00a0]+(?=\\d)|(?<=\\d)[ \\u00a0]+(?=${HAN_OR_MARK}|%|％)`,
  'gu',
);
const SPACES = /[ \t\u00a0\u3000]+/gu;

/** Page text → its lines that hold something. Drops mark-up, invisible characters and layout spaces, never a word. */
export function cleanLines(page: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  page
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .split('\n')
    .forEach((raw, index) => {
      const text = cleanLine(raw);
      if (text) lines.push({ numbers: [index + 1], text, gap });
      gap = text ? 0 : gap + 1;
    });
  return lines;
}

/** One line without mark-up, invisible characters and layout spaces. */
function cleanLine(raw: string): string {
  return raw
    .replace(INVISIBLE, '')
    .replace(EMPHASIS, '')
    .replace(SPACES, ' ')
    .trim()
    .replace(LIST_DASH, '')
    .replace(LETTER_SPACED, (spaced) => spaced.replaceAll(' ', ''))
    .replace(SPACE_BESIDE_NUMBER, '');
}
