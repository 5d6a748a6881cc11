import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../src/telegram/escape-html.js';
import { shownText } from '../src/telegram/html-tokens.js';
import { splitHtml } from '../src/telegram/split-html.js';
import { parseTelegramHtml } from './helpers/telegram-html.js';

/** Articles as they come: sentences, paragraphs, characters that HTML must escape, emoji, joined characters. */
const plainText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '阳曲县今年办好七件民生实事。',
        '\n\n',
        '\n',
        '，',
        '“好！”',
        ' ',
        '<b>',
        '&amp;',
        '"',
        '👨‍👩‍👧',
        '𠮷',
        'e\u0301',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

const html = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ['', ''],
        ['<b>', '</b>'],
        ['<i>', '</i>'],
        ['<blockquote expandable>', '</blockquote>'],
      ),
      plainText,
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.map(([tags, text]) => tags[0] + escapeHtml(text) + tags[1]).join(''));

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

describe('splitting HTML into messages', () => {
  test('loses nothing but white space, stays below the limit, and every part is valid by itself', () => {
    fc.assert(
      fc.property(html, fc.integer({ min: 2, max: 80 }), (whole, limit) => {
        const parts = splitHtml(whole, limit).map((part) => parseTelegramHtml(part).text);
        expect(withoutSpace(parts.join(''))).toBe(withoutSpace(shownText(whole)));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part.trim()).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  test('as answers are split, keeps every message within 4,096 units and whole characters', () => {
    const long = fc.array(html, { minLength: 100, maxLength: 300 }).map((pieces) => pieces.join('。'));
    fc.assert(
      fc.property(long, (whole) => {
        const parts = splitHtml(whole).map((part) => parseTelegramHtml(part).text);
        expect(withoutSpace(parts.join(''))).toBe(withoutSpace(shownText(whole)));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(4_096);
          expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 2, max: 30 }),
        (text, limit) => {
          for (const part of splitHtml(escapeHtml(text), limit)) expect(part).not.toMatch(/\p{Surrogate}/u);
        },
      ),
    );
  });

  test('takes a text that is the name of an object property as text', () => {
    expect(splitHtml('toString')).toEqual(['toString']);
  });

  test('leaves what fits as it is', () => {
    expect(splitHtml('<b>标题</b>\n\n正文。')).toEqual(['<b>标题</b>\n\n正文。']);
  });

  test('makes no message of nothing', () => {
    expect(splitHtml(' \n <b> </b>')).toEqual([]);
  });

  test.each([
    ['a paragraph', '第一段的话。又一句。\n\n第二段的话。', 16, ['第一段的话。又一句。', '第二段的话。']],
    [
      'a sentence, behind its closing mark',
      '他说：“今年修路。”明年建桥，后年通车。',
      14,
      ['他说：“今年修路。”', '明年建桥，后年通车。'],
    ],
    ['a clause where no sentence ends', '甲乙丙丁戊己，庚辛壬癸子丑', 10, ['甲乙丙丁戊己，', '庚辛壬癸子丑']],
    ['the limit where nothing ends', '甲乙丙丁戊己庚辛壬癸', 4, ['甲乙丙丁', '戊己庚辛', '壬癸']],
  ])('ends a part at %s', (_where, text, limit, parts) => {
    expect(splitHtml(text, limit)).toEqual(parts);
  });

  test('closes a tag at the cut and opens it again', () => {
    expect(splitHtml('前<b>甲乙丙丁</b>后', 3)).toEqual(['前<b>甲乙</b>', '<b>丙丁</b>后']);
  });

  test('counts an entity as the one character that is shown', () => {
    expect(splitHtml('&lt;&lt;&amp;&amp;', 2)).toEqual(['&lt;&lt;', '&amp;&amp;']);
  });
});
