import { cutNewspaper } from './cut-newspaper.js';
import { parseFrame } from './follow-up-frame.js';
import { limitTo } from './only-newspaper.js';

/**
 * 那汀阳晚报呢 after a question that names no newspaper → the same within that one; null for any other question. Where
 * one is named already, the new one takes its place as any name does (follow-up-same.ts).
 */
export function completeNewspaper(question: string, before: string): string | null {
  const { core, isLed, isSame } = parseFrame(question);
  if (!(isLed || isSame)) return null;
  const { newspaper, rest } = cutNewspaper(core, []);
  const isAlone = newspaper !== null && rest === '';
  return isAlone && cutNewspaper(before, []).newspaper === null ? limitTo(newspaper, before) : null;
}
