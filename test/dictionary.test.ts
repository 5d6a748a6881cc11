import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDictionary } from '../src/text/dictionary.js';
import { fold } from '../src/text/fold.js';
import { buildPlaceDictionary } from '../src/text/place-dictionary.js';
import { derivePlaceNames } from '../src/text/places/derive-place-names.js';
import { gazetteer } from '../src/text/places/gazetteer.js';
import { firstTwo } from '../src/text/tables/first-two.js';
import { openLines, packLines } from '../src/text/tables/grouped-lines.js';

const pages = join(import.meta.dirname, '..', 'sample', 'pages');
const texts = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => fold(readFileSync(join(pages, name), 'utf8')).split('\n'));

describe('a dictionary that loads the words of a text when they are met', () => {
  let whole: Jieba;
  beforeAll(() => {
    whole = Jieba.withDict(dict);
    whole.loadDict(buildPlaceDictionary((text) => whole.cut(text, false)).lines);
  });

  const ways: [string, (jieba: Jieba, text: string) => unknown][] = [
    ['for search', (jieba, text) => jieba.cutForSearch(text, true)],
    ['by known words alone', (jieba, text) => jieba.cut(text, false)],
    ['with parts of speech', (jieba, text) => jieba.tag(text, true)],
  ];

  it.each(ways)('cuts %s as one that has loaded all', (_, cut) => {
    const { jiebaFor } = openDictionary();
    const all = [
      ...texts,
      '高丽营镇和采育镇',
      '甲',
      '',
      '4S店在1号店旁',
      '😀𠮷野家',
      '\uE000\uF8FF\uE001\uF8FE',
    ];
    for (const text of all) expect(cut(jiebaFor(text), text), text).toEqual(cut(whole, text));
  });

  it('goes on so when much has been met and the rest has been loaded', () => {
    const { jiebaFor } = openDictionary();
    const words = dict.toString().split('\n');
    const much = words.filter((_, i) => i % 3 === 0).join('，');
    jiebaFor(much);
    for (const text of texts.slice(0, 50)) {
      expect(jiebaFor(text).tag(text, true)).toEqual(whole.tag(text, true));
    }
  });
});

describe('the table of places', () => {
  it('holds each name of the divisions as it is derived, and no other', () => {
    const derived = derivePlaceNames();
    expect(derived.filter((place) => !isSame(gazetteer().find(place.name), place))).toEqual([]);
    expect(gazetteer().find('青沙县')).toBeUndefined();
    for (const { name } of derived) {
      expect(gazetteer().mayBegin(firstTwo(name.charCodeAt(0), name.charCodeAt(1)))).toBe(true);
    }
  });

  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
});

describe('packed lines', () => {
  it('are found by their keys alone, in the order in which they came', () => {
    const key = fc.integer({ min: 1, max: 2 ** 31 - 1 });
    const line = fc.string().map((text) => text.replaceAll('\n', ' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, line), { minLength: 1 }), key, (entries, other) => {
        const lines = openLines(packLines(entries));
        for (const [key] of entries) {
          const own = entries.filter(([one]) => one === key).map(([, text]) => `${text}\n`);
          expect(lines.linesOf(lines.find(key)).toString()).toBe(Buffer.from(own.join('')).toString());
        }
        expect(lines.find(other) >= 0).toBe(entries.some(([one]) => one === other));
      }),
    );
  });
});
