import { deriveEarlierNames, EARLIER_NAMES } from './earlier-names.js';
import type { Certainty, PlaceName } from './gazetteer.js';
import { type Division, loadDivisions, loadTownships } from './load-divisions.js';
import { DEPENDENT_NAMES, ORDINARY_WORDS } from './ordinary-words.js';
import { REGIONS } from './regions.js';
import { shortenAutonomous, shortenName } from './shorten-name.js';

const HOME_WORDS = ['我', '全', '本'].flatMap((first) =>
  ['省', '市', '县', '区', '州'].map((kind) => first + kind),
);
/** 全州 is a county. */
const NOT_HOME_WORDS: ReadonlySet<string> = new Set(['全州']);
const ORDER: readonly Certainty[] = ['full', 'known', 'short', 'ordinary', 'dependent', 'home'];

/** All names of divisions of China, each once: about 50,000. For the build, which packs them (tables/). */
export function derivePlaceNames(): PlaceName[] {
  const byName = new Map<string, PlaceName>();
  const nameOf = new Map<string, string>();
  const divisions = loadDivisions();
  const townships = loadTownships();
  for (const { code, name } of divisions) nameOf.set(code, name);
  for (const division of divisions) addDivision(byName, division);
  addEarlierNames(byName, nameOf, divisions);
  for (const [name, codes] of Object.entries(REGIONS)) {
    addWhole(
      byName,
      name,
      'full',
      codes.map((code) => ({ code, name })),
    );
  }
  for (const township of townships) add(byName, township.name, certaintyOfTown(township.name), [township]);
  for (const word of HOME_WORDS) if (!NOT_HOME_WORDS.has(word)) add(byName, word, 'home', []);
  return [...byName.values()];
}

function addDivision(byName: Map<string, PlaceName>, division: Division): void {
  const { code, name } = division;
  add(byName, name, DEPENDENT_NAMES.has(name) ? 'dependent' : 'full', [division]);
  const autonomous = shortenAutonomous(name);
  if (autonomous) add(byName, autonomous, 'full', [division]);
  const short = shortenName(name);
  // 城区 and its like have no short form; 市中 and 城东 are listed as ordinary words.
  if (short && !DEPENDENT_NAMES.has(name)) add(byName, short, certaintyOfShort(short, code), [division]);
}

function certaintyOfShort(short: string, code: string): Certainty {
  if (ORDINARY_WORDS.has(short)) return 'ordinary';
  return code.length <= 4 || code.startsWith('8') ? 'known' : 'short';
}

function certaintyOfTown(name: string): Certainty {
  const isUnsure = name.length <= 2 || DEPENDENT_NAMES.has(name);
  return isUnsure ? 'dependent' : 'full';
}

function addEarlierNames(
  byName: Map<string, PlaceName>,
  nameOf: ReadonlyMap<string, string>,
  divisions: readonly Division[],
): void {
  const present = new Set(byName.keys());
  const written = new Set(EARLIER_NAMES.map(([name]) => name));
  for (const [name, codes, short] of EARLIER_NAMES) {
    const covered = codes.map((code) => ({ code, name: nameOf.get(code) ?? name }));
    addWhole(byName, name, 'full', covered);
    if (short) addWhole(byName, short, certaintyOfShort(short, codes[0] ?? ''), covered);
  }
  for (const division of divisions) {
    const isOrdinary = ORDINARY_WORDS.has(division.name.slice(0, -1)) || DEPENDENT_NAMES.has(division.name);
    for (const earlier of deriveEarlierNames(division.name, division.code, isOrdinary)) {
      if (!present.has(earlier) && !written.has(earlier)) add(byName, earlier, 'full', [division]);
    }
  }
}

function addWhole(
  byName: Map<string, PlaceName>,
  name: string,
  certainty: Certainty,
  divisions: readonly Division[],
): void {
  add(byName, name, certainty, [...divisions]);
  const entry = byName.get(name);
  if (entry?.divisions.length === divisions.length) entry.isWhole = true;
}

/** A name met again means one division more, and is as certain as the surest of them. */
function add(
  byName: Map<string, PlaceName>,
  name: string,
  certainty: Certainty,
  divisions: Division[],
): void {
  const known = byName.get(name);
  if (!known) {
    byName.set(name, { name, certainty, divisions, isWhole: false });
    return;
  }
  for (const division of divisions) {
    if (!known.divisions.some(({ code }) => code === division.code)) known.divisions.push(division);
  }
  if (ORDER.indexOf(certainty) < ORDER.indexOf(known.certainty)) known.certainty = certainty;
}
