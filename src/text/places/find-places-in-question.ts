import { findUnknownPlaces } from './find-unknown-places.js';
import type { FoundPlace } from './join-runs.js';
import { keepPlaces } from './keep-places.js';
import type { Division } from './load-divisions.js';
import { type Mention, scanNames } from './scan-names.js';

const OPENING = /(?:^|[，,。？?、\s])(?:请问|那么?|在)?$/u;
const THEN_A_YEAR = /^(?:[今去前明]年|(?:19|20)?\d\d年|[一二][〇零九]..年)/u;

/**
 * The places of a question in reading order, UTF-16 offsets: names of the gazetteer, a run from large to small
 * (山西太原) as one, and behind them names that no gazetteer knows (青沙县, 杨家峪村), without codes. Homonyms keep all
 * their codes where no other place of the question chooses among them.
 */
export function findPlacesInQuestion(text: string): FoundPlace[] {
  const mentions = scanNames(text).filter(({ entry }) => entry.certainty !== 'home');
  const known = keepPlaces(text, mentions, (mention, named) => supportInQuestion(text, mention, named), []);
  const unknown = findUnknownPlaces(text, known);
  return [...known, ...unknown].sort((a, b) => a.start - b.start);
}

/** A person who asks names places on purpose; only a word of the language needs another sign that it is one. */
function supportInQuestion(
  text: string,
  { start, end, entry }: Mention,
  named: ReadonlySet<string>,
): readonly Division[] | null {
  if (entry.certainty === 'short') return entry.divisions;
  if (entry.certainty !== 'ordinary') return null;
  const inFull = entry.divisions.filter(({ code }) => named.has(code));
  if (inFull.length) return inFull;
  const opens = OPENING.test(text.slice(0, start)) && THEN_A_YEAR.test(text.slice(end));
  return opens && entry.divisions.some(({ code }) => code.length <= 4) ? entry.divisions : null;
}
