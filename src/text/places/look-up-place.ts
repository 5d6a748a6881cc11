import type { Place } from '../../domain/query.js';
import { chooseDivisions } from './choose-divisions.js';
import { findPlacesInQuestion } from './find-places-in-question.js';
import { gazetteer, type PlaceName } from './gazetteer.js';

/**
 * A place named by a person as a filter (吕梁, 山西太原), whatever else the word may mean; no codes where the gazetteer
 * does not know it. `home` chooses among homonyms.
 */
export function lookUpPlace(name: string, home: readonly string[] = []): Place {
  const text = name.trim();
  const entry = gazetteer().find(text);
  if (entry && entry.certainty !== 'home') return fromEntry(text, entry, home);
  const [found, ...others] = findPlacesInQuestion(text);
  const isWhole = found && others.length === 0 && found.start === 0 && found.end === text.length;
  return isWhole ? { text, name: found.name, codes: found.codes } : { text, name: text, codes: [] };
}

function fromEntry(text: string, entry: PlaceName, home: readonly string[]): Place {
  const divisions = entry.isWhole
    ? entry.divisions
    : chooseDivisions({ entry, divisions: entry.divisions }, { text: [], home });
  const codes = divisions.map(({ code }) => code);
  const [largest] = divisions.toSorted((a, b) => a.code.length - b.code.length);
  return { text, name: entry.isWhole && codes.length > 1 ? text : (largest?.name ?? text), codes };
}
