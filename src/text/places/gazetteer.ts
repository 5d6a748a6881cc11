import { deriveEarlierNames, EARLIER_NAMES } from './earlier-names.js';
import { type Division, loadDivisions, loadTownships } from './load-divisions.js';
import { DEPENDENT_NAMES, ORDINARY_WORDS } from './ordinary-words.js';
import { REGIONS } from './regions.js';
import { shortenAutonomous, shortenName } from './shorten-name.js';

/**
 * How far a name stands for itself: `full` as it is; `known` a short form of a province or city; `short` one of a
 * county; `ordinary` a short form that is a word of the language too; `dependent` only behind what it lies in (城区);
 * `home` 我市, 全省: speaks of the newspaper's own city or province.
 */
export type Certainty = 'full' | 'known' | 'short' | 'ordinary' | 'dependent' | 'home';

/** One name with all the divisions that it may mean; those under their present name carry that. */
export type PlaceName = {
  name: string;
  certainty: Certainty;
  divisions: Division[];
  /** It is all of its divisions together (京津冀), not one of them (鼓楼区). */
  isWhole: boolean;
};

export type Gazetteer = {
  byName: ReadonlyMap<string, PlaceName>;
  /** Names by their first two characters (see `firstTwo`), longer ones first. */
  byFirstTwo: ReadonlyMap<number, readonly PlaceName[]>;
  /** Whether a name may begin with two characters: most pairs of a text are passed over without a look-up. */
  mayBegin: (key: number) => boolean;
  /** The present full name of each province, city and county. */
  nameOf: ReadonlyMap<string, string>;
};

const HOME_WORDS = ['我', '全', '本'].flatMap((first) =>
  ['省', '市', '县', '区', '州'].map((kind) => first + kind),
);
/** 全州 is a county. */
const NOT_HOME_WORDS: ReadonlySet<string> = new Set(['全州']);
const ORDER: readonly Certainty[] = ['full', 'known', 'short', 'ordinary', 'dependent', 'home'];

/** So many bits that of 16,000 beginnings few share one, so few that the processor keeps them near. */
const SLOT_BITS = 19;

let built: Gazetteer | undefined;

/** All names of divisions of China, built once, when first asked for (about 100 ms). */
export function gazetteer(): Gazetteer {
  built ??= build();
  return built;
}

/** A number for two neighbouring UTF-16 units. */
export function firstTwo(first: number, second: number): number {
  return (first << 15) | (second & 0x7fff);
}

/** One bit for each slot; see `mayBegin`. */
function buildFilter(keys: Iterable<number>): (key: number) => boolean {
  const bits = new Uint32Array(1 << (SLOT_BITS - 5));
  const slotOf = (key: number) => Math.imul(key, 0x9e3779b1) >>> (32 - SLOT_BITS);
  for (const key of keys) {
    const slot = slotOf(key);
    bits[slot >>> 5] = (bits[slot >>> 5] as number) | (1 << (slot & 31));
  }
  return (key) => {
    const slot = slotOf(key);
    return (((bits[slot >>> 5] as number) >>> (slot & 31)) & 1) === 1;
  };
}

function build(): Gazetteer {
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
  const byFirstTwo = group(byName);
  return { byName, byFirstTwo, mayBegin: buildFilter(byFirstTwo.keys()), nameOf };
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

function group(byName: ReadonlyMap<string, PlaceName>): Map<number, PlaceName[]> {
  const groups = new Map<number, PlaceName[]>();
  for (const entry of byName.values()) {
    const key = firstTwo(entry.name.charCodeAt(0), entry.name.charCodeAt(1));
    const others = groups.get(key);
    if (others) others.push(entry);
    else groups.set(key, [entry]);
  }
  for (const entries of groups.values()) {
    if (entries.length > 1) entries.sort((a, b) => b.name.length - a.name.length);
  }
  return groups;
}
