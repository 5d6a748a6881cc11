import { foldForComparing } from './fold.js';

/** The set of neighbouring characters of a text, white space and marks left out: what two texts have in common. */
export function cutCharacterPairs(text: string): Set<string> {
  const folded = foldForComparing(text).text;
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= folded.length; i++) pairs.add(folded.slice(i, i + 2));
  return pairs;
}
