import { firstTwo } from '../tables/first-two.js';
import { fitsAround } from './fits-around.js';
import { gazetteer, type PlaceName } from './gazetteer.js';

/** A name of the gazetteer where it stands in a text (UTF-16 offsets); nothing is said yet about what it means. */
export type Mention = { start: number; end: number; entry: PlaceName };

/** Names in reading order, the longest at each place that fits what stands around it; they do not overlap. */
export function scanNames(text: string): Mention[] {
  const { beginningWith, mayBegin } = gazetteer();
  const mentions: Mention[] = [];
  for (let start = 0; start + 1 < text.length; ) {
    const key = firstTwo(text.charCodeAt(start), text.charCodeAt(start + 1));
    const entries = mayBegin(key) ? beginningWith(key) : undefined;
    const entry = entries && findFitting(text, start, entries, mentions.at(-1)?.end === start);
    if (entry) {
      mentions.push({ start, end: start + entry.name.length, entry });
      start += entry.name.length;
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
  return entries.find(
    (entry) => text.startsWith(entry.name, start) && fitsAround(text, start, entry, followsPlace),
  );
}
