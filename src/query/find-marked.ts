import type { Span } from '../text/split-sentences.js';

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’', '«': '»' };
/** Both ends look alike: the first and the last belong together. */
const STRAIGHT = ['"', '＂'];

/** What stands between quotation marks, marks inside others left out: the whole with its marks, and what is inside. */
export function findMarked(text: string): (Span & { inner: Span })[] {
  const found: (Span & { inner: Span })[] = [];
  for (let at = 0; at < text.length; at++) {
    const end = findEnd(text, at);
    if (end === null) continue;
    found.push({ start: at, end: end + 1, inner: { start: at + 1, end } });
    at = end;
  }
  return found;
}

function findEnd(text: string, start: number): number | null {
  const opening = text.charAt(start);
  if (STRAIGHT.includes(opening)) {
    const last = text.lastIndexOf(opening);
    return last > start ? last : null;
  }
  const closing = PAIRS[opening];
  if (closing === undefined) return null;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === opening) depth++;
    else if (text[at] === closing && --depth === 0) return at;
  }
  // “…“: the second one was typed alike.
  const last = text.lastIndexOf(opening);
  return last > start && !text.includes(closing, start) ? last : null;
}
