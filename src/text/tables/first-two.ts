/** A number for two neighbouring UTF-16 units. */
export function firstTwo(first: number, second: number): number {
  return (first << 15) | (second & 0x7fff);
}

/** The number of a word's first two units; a single one is followed by nothing. */
export function firstTwoOf(word: string): number {
  return firstTwo(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0);
}
