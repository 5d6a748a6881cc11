import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { buildPlaceDictionary } from '../place-dictionary.js';
import { derivePlaceNames } from '../places/derive-place-names.js';
import { loadDivisions } from '../places/load-divisions.js';
import { firstTwoOf } from './first-two.js';
import { packLines } from './grouped-lines.js';
import { TABLE_FOLDER, type TableName } from './read-table.js';
import { FREQUENCY_HOLDER, parseLine, toLine } from './word-line.js';

/** Makes all tables anew; a program that runs meanwhile reads the old ones or the new ones. */
export function writeTables(): void {
  mkdirSync(TABLE_FOLDER, { recursive: true });
  const { words, shortNames } = buildWords();
  write('words', words);
  write('short-names', shortNames);
  write('places', packPlaces());
  write('division-names', Buffer.from(JSON.stringify(loadDivisions().map(({ code, name }) => [code, name]))));
}

/** jieba's dictionary with the names of places that it does not know. */
function buildWords(): { words: Buffer; shortNames: Buffer } {
  const jieba = Jieba.withDict(dict);
  const { lines, shortNames } = buildPlaceDictionary((text) => jieba.cut(text, false));
  const byWord = new Map<string, string>();
  for (const line of `${dict.toString()}${lines.toString()}`.split('\n').filter(Boolean)) {
    const { word, frequency, tag } = parseLine(line);
    // A name that jieba knows, and cuts apart, gets the later frequency and keeps its tag, as where jieba loads both.
    const known = byWord.get(word);
    byWord.set(word, toLine(word, frequency, known ? parseLine(known).tag : tag));
  }
  let total = 0;
  for (const line of byWord.values()) total += parseLine(line).frequency;
  return {
    words: pack([...byWord.values(), toLine(FREQUENCY_HOLDER, total, 'x')]),
    shortNames: pack([...shortNames].map(([name, short]) => `${name} ${short}`)),
  };
}

/** By the first two characters of the word that a line begins with. */
const pack = (lines: readonly string[]): Buffer =>
  packLines(lines.map((line) => [firstTwoOf(line.slice(0, line.indexOf(' '))), line]));

/** Longer names first. */
function packPlaces(): Buffer {
  const places = derivePlaceNames().sort((a, b) => b.name.length - a.name.length);
  return packLines(places.map((place) => [firstTwoOf(place.name), JSON.stringify(place)]));
}

function write(name: TableName, table: Buffer): void {
  const file = TABLE_FOLDER + name;
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, table);
  renameSync(unfinished, file);
}
