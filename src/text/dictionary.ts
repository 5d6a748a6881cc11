import { Jieba } from '@node-rs/jieba';
import { firstTwo, firstTwoOf } from './tables/first-two.js';
import { type GroupedLines, openLines, readGroups } from './tables/grouped-lines.js';
import { readTable } from './tables/read-table.js';
import { FREQUENCY_HOLDER, parseLine, toLine } from './tables/word-line.js';

/**
 * Once so many of its words have been loaded, the rest follows at once, in .2 s: bit by bit a thousand articles took .3 s
 * longer. An answer needs a thousandth.
 */
const MUCH = 1 / 8;
const UNITS = 0x10000;

type Dictionary = {
  /** jieba with all words of the dictionary that stand in `text`, which is folded. */
  jiebaFor(text: string): Jieba;
  /** The name of a place without its kind, as people say it (黄寨镇 → 黄寨); undefined for all other words. */
  shortNameOf(word: string): string | undefined;
};

let opened: Dictionary | undefined;

/** Opened when the first word is cut. */
export function dictionary(): Dictionary {
  opened ??= openDictionary();
  return opened;
}

/** One that has loaded no words yet. */
export function openDictionary(): Dictionary {
  return { jiebaFor: loadAsNeeded(openLines(readTable('words'))), shortNameOf: openShortNames() };
}

/**
 * jieba cuts a text by the words that stand in it and by the sum of the frequencies of all words. So it is given a word
 * when its first two characters are first met, and a word that nobody writes holds the frequencies of what is not
 * loaded: the cut is the same as with all 380,000 words, which take .2 s and 50 MB.
 */
function loadAsNeeded(words: GroupedLines): (text: string) => Jieba {
  const holder = words.find(firstTwoOf(FREQUENCY_HOLDER));
  const jieba = Jieba.withDict(words.linesOf(holder));
  let missing = parseLine(words.linesOf(holder).toString()).frequency;
  const isLoaded = new Uint8Array(words.keys.length);
  isLoaded[holder] = 1;
  const isUnitMet = new Uint8Array(UNITS);
  let bytes = 0;
  const load = (lines: readonly Uint8Array[], left: number): void => {
    missing = left;
    jieba.loadDict(Buffer.concat([...lines, Buffer.from(toLine(FREQUENCY_HOLDER, missing, 'x'))]));
  };

  return (text) => {
    if (missing === 0) return jieba;
    const found: Buffer[] = [];
    const meet = (key: number): void => {
      const group = words.find(key);
      if (group < 0 || isLoaded[group]) return;
      isLoaded[group] = 1;
      found.push(words.linesOf(group));
    };
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (i + 1 < text.length) meet(firstTwo(unit, text.charCodeAt(i + 1)));
      if (isUnitMet[unit]) continue;
      isUnitMet[unit] = 1;
      meet(firstTwo(unit, 0));
    }
    if (found.length === 0) return jieba;
    bytes += found.reduce((sum, lines) => sum + lines.length, 0);
    if (bytes > MUCH * words.text.length) load([words.text], 0);
    else load(found, missing - sumFrequencies(found));
    return jieba;
  };
}

function sumFrequencies(groups: readonly Buffer[]): number {
  return groups
    .join('')
    .trimEnd()
    .split('\n')
    .reduce((sum, line) => sum + parseLine(line).frequency, 0);
}

function openShortNames(): (word: string) => string | undefined {
  const beginningWith = readGroups(openLines(readTable('short-names')), (line) => line.split(' '));
  return (word) => beginningWith(firstTwoOf(word))?.find(([name]) => name === word)?.[1];
}
