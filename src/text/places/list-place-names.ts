import { loadDivisions, loadTownships } from './load-divisions.js';

/** Full names of provinces, cities, counties and townships, each once: words that a segmenter must not cut apart. */
export function listPlaceNames(): string[] {
  return [...new Set([...loadDivisions(), ...loadTownships()].map(({ name }) => name))];
}
