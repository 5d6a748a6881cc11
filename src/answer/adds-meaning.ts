import { foldForComparing } from '../text/fold.js';

/** Above this share of common character pairs two sentences say the same. */
const SAME = 0.7;

/** Whether a sentence says something that the ones before it do not. */
export function addsMeaning(sentence: string, before: readonly string[]): boolean {
  const pairs = pairsOf(sentence);
  return before.every((other) => {
    const others = pairsOf(other);
    const common = [...pairs].filter((pair) => others.has(pair)).length;
    return common / Math.max(1, Math.min(pairs.size, others.size)) < SAME;
  });
}

function pairsOf(text: string): Set<string> {
  const folded = foldForComparing(text).text;
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= folded.length; i++) pairs.add(folded.slice(i, i + 2));
  return pairs;
}
