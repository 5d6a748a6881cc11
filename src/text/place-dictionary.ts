import { fold } from './fold.js';
import { listPlaceNames } from './places/list-place-names.js';
import { shortenName } from './places/shorten-name.js';

/** As seldom as the rarest words of jieba's dictionary: 和平/乡村 is not cut as 和平乡/村, 黄寨镇 stays whole. */
const FREQUENCY = 5;
const TOWNSHIP = /(?:街道|镇|乡|苏木)$/u;

type PlaceDictionary = {
  /** A user dictionary of jieba: `黄寨镇 5 ns`, a line each. */
  lines: Buffer;
  /** The name without its kind, as people say it, of each name that has one: 黄寨镇 → 黄寨. */
  shortNames: ReadonlyMap<string, string>;
};

/**
 * The names of administrative divisions that jieba does not know. What it cuts as one word keeps the frequency that it
 * has there; 张镇 and other names of two characters are too often something else.
 */
export function buildPlaceDictionary(cut: (text: string) => string[]): PlaceDictionary {
  const names = fold(listPlaceNames().join('\n'))
    .split('\n')
    .filter((name) => name.length > 2);
  const larger = names.filter((name) => !TOWNSHIP.test(name));
  const known = new Set(cut(larger.join('\n')));
  const shortNames = new Map<string, string>();
  let lines = '';
  for (const name of names) {
    if (!known.has(name)) lines += `${name} ${FREQUENCY} ns\n`;
    const short = TOWNSHIP.test(name) ? name.replace(TOWNSHIP, '') : shortenName(name);
    if (short && short.length > 1) shortNames.set(name, short);
  }
  return { lines: Buffer.from(lines), shortNames };
}
