import { chooseDivisions, type Hints } from './choose-divisions.js';
import { continues, divisionsWithin, type FoundPlace, joinRuns, type Meant } from './join-runs.js';
import type { Division } from './load-divisions.js';
import type { Mention } from './scan-names.js';

/**
 * What a name that does not stand for itself means here: its divisions, or none where it names no place.
 * `named` holds the codes of all places that stand in the text in full or by a sure short form.
 */
export type Support = (mention: Mention, named: ReadonlySet<string>) => readonly Division[] | null;

/** Mentions → the places that they mean, runs joined and homonyms chosen. */
export function keepPlaces(
  text: string,
  mentions: readonly Mention[],
  support: Support,
  home: readonly string[],
): FoundPlace[] {
  const named = collectNamed(mentions);
  const kept: Meant[] = [];
  for (const mention of mentions) {
    const meant = asMeant(mention, mention.entry.divisions);
    const outer = kept.at(-1);
    if (standsAlone(mention)) kept.push(meant);
    else if (outer && continues(text, outer, meant))
      kept.push({ ...meant, divisions: divisionsWithin(meant, outer) });
    else {
      const divisions = support(mention, named);
      if (divisions) kept.push(asMeant(mention, divisions));
    }
  }
  return resolve(text, joinRuns(text, kept), home);
}

export function standsAlone({ entry }: Mention): boolean {
  return entry.certainty === 'full' || entry.certainty === 'known';
}

function asMeant({ start, end, entry }: Mention, divisions: readonly Division[]): Meant {
  return { start, end, entry, divisions };
}

function collectNamed(mentions: readonly Mention[]): Set<string> {
  const sure = mentions.filter(standsAlone);
  return new Set(sure.flatMap(({ entry }) => entry.divisions.map(({ code }) => code)));
}

function resolve(text: string, places: readonly Meant[], home: readonly string[]): FoundPlace[] {
  const sure = places.filter(({ divisions }) => divisions.length === 1);
  const codes = [...new Set(sure.map(({ divisions }) => divisions[0]?.code ?? ''))];
  const hints: Hints = { text: codes, home };
  return places.map((place) => {
    const divisions = isRegion(place) ? place.divisions : chooseDivisions(place, hints);
    return {
      text: text.slice(place.start, place.end),
      name: nameOf(place, divisions),
      codes: divisions.map(({ code }) => code),
      start: place.start,
      end: place.end,
    };
  });
}

/** 京津冀 and 莱芜市 of old are all of their divisions, not one of them. */
function isRegion({ entry, divisions }: Meant): boolean {
  return divisions.length > 1 && entry.isWhole;
}

/** The present full name of the largest; the words themselves where several make up what was named. */
function nameOf(place: Meant, divisions: readonly Division[]): string {
  if (isRegion(place)) return place.entry.name;
  const [first, ...others] = divisions;
  if (!first) return place.entry.name;
  return others.reduce((largest, next) => (next.code.length < largest.code.length ? next : largest), first)
    .name;
}
