/** A printed line of a page: `text` without layout spaces and mark-up. */
export type Line = {
  /** 1-based numbers in the page's file: one, or those of a vertical line's characters. */
  numbers: number[];
  text: string;
  /** How many blank lines stand before it. */
  gap: number;
  /** Marked as a heading (## …) by whoever made the text of the page. */
  isHeading?: boolean;
  /** All of it was marked as bold. */
  isBold?: boolean;
  /** Its characters were set apart to fill the line. */
  isLetterSpaced?: boolean;
  /** The second half of a line that is printed with its shadow and so extracted twice. */
  isShadow?: boolean;
  /** Put together from lines of one character each. */
  vertical?: boolean;
};

const INVISIBLE = /[\p{Cf}]|(?![\t\n])\p{Cc}/gu;
/** Two stars anywhere but between letters. */
const STARS = /(?<![\dA-Za-z])\*\*|\*\*(?![\dA-Za-z])/gu;
const BOLD = /^\s*(?:\*\*|__)\S.*(?:\*\*|__)\s*$/u;
/** Two underscores around whole words only: a__b@… is an address. */
const UNDERSCORED = /(?<![\w_])__(?=[^\s_])([^_]*)__(?![\w_])/gu;
const HEADING = /^#{1,6}(?:\s+|$)/u;
const LIST_DASH = /^[-*+]\s+(?=\S)/u;
/** Three or more single Chinese characters (or marks) set apart by one space each: 打 造 民 心. */
const LETTER_SPACED = /(?<![^\s])(?:[\p{Script=Han}\p{P}] ){2,}[\p{Script=Han}\p{P}](?![^\s])/gu;
/** A line that is shorter than this share without the spaces between its characters was set apart to fill its column. */
const LETTER_SPACED_SHARE = 0.75;
/** Characters; a shorter doubled line is a word said twice. */
const SHORTEST_SHADOW = 4;
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
      const { text, isHeading, isBold, isLetterSpaced } = cleanLine(raw);
      const numbers = [index + 1];
      const half = findDoubled(text);
      if (half) lines.push({ numbers, text: half, gap }, { numbers, text: half, gap: 0, isShadow: true });
      else if (text)
        lines.push({
          numbers,
          text,
          gap,
          ...(isHeading && { isHeading }),
          ...(isBold && { isBold }),
          ...(isLetterSpaced && { isLetterSpaced }),
        });
      gap = text ? 0 : gap + 1;
    });
  return lines;
}

/** Half of a line that says the same twice: 甲乙丙丁甲乙丙丁 → 甲乙丙丁. */
function findDoubled(text: string): string | null {
  const half = text.slice(0, text.length / 2);
  return half.length >= SHORTEST_SHADOW && half + half === text ? half : null;
}

/** One line without mark-up, invisible characters and layout spaces. */
function cleanLine(raw: string): {
  text: string;
  isHeading: boolean;
  isBold: boolean;
  isLetterSpaced: boolean;
} {
  const bare = raw
    .replace(INVISIBLE, '')
    .replace(STARS, '')
    .replace(UNDERSCORED, '$1')
    .replace(SPACES, ' ')
    .trim();
  const isHeading = HEADING.test(bare);
  const plain = bare.replace(HEADING, '').replace(LIST_DASH, '');
  const joined = plain.replace(LETTER_SPACED, (spaced) => spaced.replaceAll(' ', ''));
  return {
    text: joined.replace(SPACE_BESIDE_NUMBER, ''),
    isHeading,
    isBold: BOLD.test(raw),
    isLetterSpaced: joined.length <= plain.length * LETTER_SPACED_SHARE,
  };
}
