import { cutCharacterPairs } from '../text/character-pairs.js';

/** Above this share of common character pairs two sentences say the same. */
const SAME = 0.7;

/** Whether a sentence says something that the ones before it do not. */
export function addsMeaning(sentence: string, before: readonly string[]): boolean {
  const pairs = cutCharacterPairs(sentence);
  return before.every((other) => {
    const others = cutCharacterPairs(other);
    const common = [...pairs].filter((pair) => others.has(pair)).length;
    return common / Math.max(1, Math.min(pairs.size, others.size)) < SAME;
  });
}
