/** Tells a character pair from a dictionary word of the same two characters; few other terms begin with it. */
export const PAIR_MARK = '_'.charCodeAt(0);
const PAIR_LENGTH = 3;
/** Half of a character of two units, alone or beside its other half. */
export const HALF_CHARACTER = /[\ud800-\udfff]/;

/** A pair's two UTF-16 units as a signed number of 32 bits; null for other terms, and where a unit is half a character. */
export function toPairKey(term: string): number | null {
  if (term.length !== PAIR_LENGTH || term.charCodeAt(0) !== PAIR_MARK) return null;
  const first = term.charCodeAt(1);
  const second = term.charCodeAt(2);
  return isSurrogate(first) || isSurrogate(second) ? null : (first << 16) | second;
}

const isSurrogate = (unit: number) => (unit & 0xf800) === 0xd800;

export const fromPairKey = (key: number) => String.fromCharCode(PAIR_MARK, key >>> 16, key & 0xffff);

/** A word of one or two UTF-16 units alike, 0 for no second one; null for other words, and where a unit is half a character. */
export function toShortKey(word: string): number | null {
  if (word.length === 0 || word.length > 2) return null;
  const first = word.charCodeAt(0);
  const second = word.length === 2 ? word.charCodeAt(1) : 0;
  if (isSurrogate(first) || isSurrogate(second) || (word.length === 2 && second === 0)) return null;
  return (first << 16) | second;
}

export const fromShortKey = (key: number) =>
  key & 0xffff ? String.fromCharCode(key >>> 16, key & 0xffff) : String.fromCharCode(key >>> 16);
