import type { Place } from '../../domain/query.js';
import { gazetteer, type PlaceName } from './gazetteer.js';
import type { Division } from './load-divisions.js';
import { NEWSPAPER_HOMES } from './newspaper-homes.js';

const NOT_HAN = /[^\p{Script=Han}]/gu;
/** What may stand between a place and the end of a newspaper's name. */
const NEWSPAPER =
  /^(?:省|市|县|区)?(?:[\p{Script=Han}]{0,6}(?:报|新闻|周刊|时讯|快讯|讯)社?)$|^(?:新闻网|融媒|广播电视台|发布)$/u;
const MAX_NAME = 12;

/**
 * The place that a newspaper is of: 太原日报 → 太原市, 山西日报 → 山西省, 三晋都市报 → 山西省. Null for papers of the
 * whole country and where the name says nothing. A name that several divisions share means the largest.
 */
export function findHome(newspaper: string | null): Place | null {
  const name = newspaper?.replace(NOT_HAN, '') ?? '';
  if (!name) return null;
  for (const [opening, code] of NEWSPAPER_HOMES) {
    if (name.startsWith(opening))
      return placeOf(opening, [{ code, name: gazetteer().nameOf.get(code) ?? opening }]);
  }
  for (let length = Math.min(MAX_NAME, name.length); length >= 2; length--) {
    const entry = gazetteer().find(name.slice(0, length));
    if (!entry || entry.certainty === 'home' || !NEWSPAPER.test(name.slice(length))) continue;
    const divisions = largest(entry);
    if (divisions.length) return placeOf(entry.name, divisions);
  }
  return null;
}

/** 光明日报 is not of 光明区: an ordinary word must be a city's name. */
function largest({ certainty, divisions }: PlaceName): readonly Division[] {
  const digits = Math.min(...divisions.map(({ code }) => code.length));
  const most = certainty === 'ordinary' ? 4 : 6;
  return digits <= most ? divisions.filter(({ code }) => code.length === digits) : [];
}

function placeOf(text: string, divisions: readonly Division[]): Place {
  return { text, name: divisions[0]?.name ?? text, codes: divisions.map(({ code }) => code) };
}
