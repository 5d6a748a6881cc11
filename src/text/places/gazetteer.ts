import { firstTwoOf } from '../tables/first-two.js';
import { openLines, readGroups } from '../tables/grouped-lines.js';
import { readTable } from '../tables/read-table.js';
import type { Division } from './load-divisions.js';

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
  find(name: string): PlaceName | undefined;
  /** Names by their first two characters (see `firstTwo`), longer ones first. */
  beginningWith(key: number): readonly PlaceName[] | undefined;
  /** Whether a name may begin with two characters: most pairs of a text are passed over without a look-up. */
  mayBegin(key: number): boolean;
  /** The present full name of each province, city and county. */
  nameOf: ReadonlyMap<string, string>;
};

/** So many bits that of 16,000 beginnings few share one, so few that the processor keeps them near. */
const SLOT_BITS = 19;

let opened: Gazetteer | undefined;

/** All names of divisions of China; of the 50,000 only those are read that begin like something in a text. */
export function gazetteer(): Gazetteer {
  opened ??= open();
  return opened;
}

function open(): Gazetteer {
  const lines = openLines(readTable('places'));
  const beginningWith = readGroups(lines, (line) => JSON.parse(line) as PlaceName);
  return {
    find: (name) => beginningWith(firstTwoOf(name))?.find((entry) => entry.name === name),
    beginningWith,
    mayBegin: buildFilter(lines.keys),
    nameOf: new Map(JSON.parse(readTable('division-names').toString()) as [code: string, name: string][]),
  };
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
