import { firstTwo } from '../tables/first-two.js';
import { fitsAround } from './fits-around.js';
import { gazetteer, type PlaceName } from './gazetteer.js';

/** A name of the gazetteer where it stands in a text (UTF-16 offsets); nothing is said yet about what it means. */
export type Mention = { start: number; end: number; entry: PlaceName };

/** Names in reading order, the longest at each place that fits what stands around it; they do not overlap. */
export function scanNames(text: string): Mention[] {
  const { beginningWith, mayBegin } = gazetteer();
  const mentions: Mention[] = [];
  let lastEnd = -1;
  for (let start = 0; start + 1 < text.length; ) {
    const key = firstTwo(text.charCodeAt(start), text.charCodeAt(start + 1));
    const entries = mayBegin(key) ? beginningWith(key) : undefined;
    const entry = entries && findFitting(text, start, entries, lastEnd === start);
    if (entry) {
      lastEnd = start + entry.name.length;
      mentions.push({ start, end: lastEnd, entry });
      start = lastEnd;
    } else start++;
  }
  return mentions;
}

function findFitting(
  text: string,
  start: number,
  entries: readonly PlaceName[],
  followsPlace: boolean,
): PlaceName | undefined {
  const third = text.charCodeAt(start + 2);
  for (const entry of entries) {
    const { name } = entry;
    // Most longer names differ here already.
    if (name.length > 2 && name.charCodeAt(2) !== third) continue;
    if (text.startsWith(name, start) && fitsAround(text, start, entry, followsPlace)) return entry;
  }
  return undefined;
}
