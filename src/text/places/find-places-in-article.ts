import { cutWords, tagWords } from '../words.js';
import { liesWithin } from './containment.js';
import { homeDivisions } from './home-divisions.js';
import type { FoundPlace } from './join-runs.js';
import { keepPlaces } from './keep-places.js';
import type { Division } from './load-divisions.js';
import { WELL_KNOWN_COUNTIES } from './ordinary-words.js';
import { type Mention, scanNames } from './scan-names.js';

/** A name shared by more divisions than this, none of them near, says nothing about where it lies (城关镇). */
const MAX_HOMONYMS = 5;
/** Characters on each side that decide whether a name belongs to a person. */
const AROUND = 5;

/**
 * The places of an article in reading order, UTF-16 offsets, strictly: a short form of a county counts where something
 * else speaks for it. `home` holds the codes of the newspaper's own city, county or province: it chooses among
 * homonyms, and 我市, 全省 mean it; without it they say nothing.
 */
export function findPlacesInArticle(text: string, home: readonly string[]): FoundPlace[] {
  const support = (mention: Mention, named: ReadonlySet<string>) =>
    isPersonal(text, mention) ? null : supportInArticle(mention, named, home);
  return keepPlaces(text, scanNames(text), support, home).map((place) =>
    place.codes.length > MAX_HOMONYMS && place.codes.every((code) => code.length > 6)
      ? { ...place, codes: [] }
      : place,
  );
}

function supportInArticle(
  { entry }: Mention,
  named: ReadonlySet<string>,
  home: readonly string[],
): readonly Division[] | null {
  const { certainty, divisions, name } = entry;
  if (certainty === 'home') return homeDivisions(name, home);
  const inFull = divisions.filter(({ code }) => named.has(code));
  if (certainty !== 'dependent' && inFull.length) return inFull;
  if (certainty === 'dependent') {
    const ofHome = divisions.filter(({ code }) => home.some((own) => liesWithin(code, own.slice(0, 4))));
    return name.length >= 3 && ofHome.length ? ofHome : null;
  }
  if (certainty !== 'short') return null;
  const isSupported = isWellKnown(name) || divisions.some(({ code }) => isNear(code, named, home));
  return isSupported ? divisions : null;
}

/** 记者徐永春, 周蓬安: the name of a person that ends in a short form. */
function isPersonal(text: string, { start, end, entry }: Mention): boolean {
  if (entry.certainty !== 'short' && entry.certainty !== 'ordinary') return false;
  let at = Math.max(0, start - AROUND);
  for (const word of cutWords(text.slice(at, end + AROUND))) {
    if (at + word.length > start) return at < start;
    at += word.length;
  }
  return false;
}

/** Its city or province is named in the text, or it lies in the newspaper's province. */
function isNear(code: string, named: ReadonlySet<string>, home: readonly string[]): boolean {
  const isNamed = named.has(code.slice(0, 2)) || named.has(code.slice(0, 4));
  return isNamed || home.some((own) => liesWithin(code, own.slice(0, 2)));
}

const wellKnown = new Map<string, boolean>();

/** Names that mean nothing else: long ones, those that the dictionary knows as places, and some that were counted. */
function isWellKnown(name: string): boolean {
  if (name.length >= 3 || WELL_KNOWN_COUNTIES.has(name)) return true;
  let answer = wellKnown.get(name);
  if (answer === undefined) {
    const words = tagWords(name);
    answer = words.length === 1 && words[0]?.tag.startsWith('ns') === true;
    wellKnown.set(name, answer);
  }
  return answer;
}
