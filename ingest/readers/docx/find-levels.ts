import type { Paragraph } from './paragraph.js';

/** Characters; what is set larger and longer than this is a lead. */
const LONGEST_HEADLINE = 60;
/** Points between the size of the text and that of what stands out from it. */
const LARGER = 1;

/**
 * The level of each paragraph as a heading, the smallest number for the highest, null for text. Styles tell where there
 * are any; else what is set larger than the text, the larger the higher, or bold in the middle.
 */
export function findLevels(paragraphs: readonly Paragraph[]): (number | null)[] {
  if (paragraphs.some(({ level }) => level !== null)) return paragraphs.map(({ level }) => level);
  const usual = findUsualSize(paragraphs);
  const standsOut = ({ text, size, isBold, isCentred }: Paragraph) => {
    if (text.length > LONGEST_HEADLINE || /[。；：，]$/u.test(text)) return null;
    if (size !== null && usual !== null && size >= usual + LARGER) return size;
    return isBold && isCentred ? 0 : null;
  };
  const ranks = paragraphs.map(standsOut);
  const order = [...new Set(ranks.flatMap((rank) => rank ?? []))].sort((a, b) => b - a);
  return ranks.map((rank) => (rank === null ? null : order.indexOf(rank) + 1));
}

/** The size of most characters; where nothing is said of most, Word's own 10.5 points. */
function findUsualSize(paragraphs: readonly Paragraph[]): number | null {
  const characters = new Map<number, number>();
  for (const { size, text } of paragraphs)
    characters.set(size ?? 10.5, (characters.get(size ?? 10.5) ?? 0) + text.length);
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
