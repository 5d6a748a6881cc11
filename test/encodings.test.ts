import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeBytes, decodePieces } from '../ingest/files/decode.js';
import { parseEncoding } from '../ingest/files/encoding/encodings.js';
import { collect } from './helpers/collect.js';
import { encodeText } from './helpers/encode-text.js';
import { readWritten } from './helpers/read-as-article.js';

const SIMPLIFIED = '本报讯 2月9日，县里新修的三条公路全部通车，总投资1.5亿元。';
const TRADITIONAL = '本報訊 2月9日，縣裡新修的三條公路全部通車，總投資1.5億元。';
const HEADLINES = ['县里开会', '两国元首互致贺电', '你好2011', '春耕'];

describe('a text', () => {
  it.each([
    ['utf-8', SIMPLIFIED],
    ['gb18030', SIMPLIFIED],
    ['gb18030', TRADITIONAL],
    ['big5', TRADITIONAL],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', TRADITIONAL],
  ])('in %s is read as it was written: %s', (encoding, text) => {
    expect(decodeBytes('a.txt', encodeText(text, encoding), null)).toBe(text);
  });

  it('in UTF-8 is read however rare its characters are', () => {
    const names = '犇羴鱻麤骉彧翀䶮赟頔'.repeat(200);
    expect(decodeBytes('a.txt', encodeText(names, 'utf-8'), null)).toBe(names);
  });

  it.each(HEADLINES)('of a few characters is enough: %s', (headline) => {
    for (const encoding of ['utf-8', 'gb18030'])
      expect(decodeBytes('a.txt', encodeText(headline, encoding), null)).toBe(headline);
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ])('is in the encoding that its mark names, and the mark is no text: %s', (encoding, mark) => {
    const bytes = Buffer.concat([Buffer.from(mark), encodeText('县', encoding)]);
    expect(decodeBytes('a.txt', bytes, null)).toBe('县');
  });

  it('in other letters stays UTF-8', () => {
    for (const text of ['Привет, город', "L'été à l'école", 'plain'])
      expect(decodeBytes('a.txt', Buffer.from(text), null)).toBe(text);
  });

  it('with a four-byte character, or of the private area, is kept to the letter', () => {
    const rare = Buffer.concat([encodeText(SIMPLIFIED, 'gb18030'), Buffer.from([0x95, 0x32, 0x82, 0x36])]);
    expect(decodeBytes('a.txt', rare, null)).toBe(`${SIMPLIFIED}𠀀`);
  });

  it.each([
    ['is cut within a character', encodeText(SIMPLIFIED, 'gb18030').subarray(0, -1)],
    ['has broken bytes in UTF-8', Buffer.concat([Buffer.from(SIMPLIFIED), Buffer.from([0xe4, 0xb8])])],
    [
      'is Japanese',
      Buffer.from('938c8b9e93738cf0 8da18e73 96af82cc 88c09153 82c6 979895d6'.replaceAll(' ', ''), 'hex'),
    ],
  ])('that %s is refused, with the encodings that were tried', (_, bytes) => {
    expect(() => decodeBytes('a.txt', bytes, null)).toThrow(/“a\.txt”.*UTF-8.*GB18030.*Big5.*--encoding/u);
  });

  it('is read in the given encoding, or refused', () => {
    const bytes = encodeText('縣裡', 'big5');
    expect(decodeBytes('a.txt', bytes, 'big5')).toBe('縣裡');
    expect(() => decodeBytes('a.txt', Buffer.from(SIMPLIFIED), 'big5')).toThrow('Big5');
  });

  it('that comes in pieces is judged as a whole', async () => {
    const bytes = encodeText(`${'plain '.repeat(500)}${SIMPLIFIED}`, 'gb18030');
    const open = async function* () {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    };
    expect((await collect(decodePieces('a', open, null))).join('')).toContain(SIMPLIFIED);
  });

  it('of many characters is known before its end, wherever a piece is cut', async () => {
    const bytes = Buffer.from('县里新修的三条公路全部通车。'.repeat(1000));
    for (const size of [4096, 4097, 4098]) {
      const open = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      expect((await collect(decodePieces('a', open, null))).join('')).toBe(bytes.toString());
    }
  });
});

it.each([
  ['GBK', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['cp936', 'gb18030'],
  ['UTF8', 'utf-8'],
  ['Big5', 'big5'],
  ['utf-16', 'utf-16le'],
  ['klingon', null],
])('--encoding %s means %s', (name, encoding) => {
  expect(parseEncoding(name)).toBe(encoding);
});

describe('a file', () => {
  const page = JSON.stringify({ headline: '县里修通三条公路', text: SIMPLIFIED });

  it('is read in its encoding, packed or not', async () => {
    const bytes = encodeText(page, 'gb18030');
    for (const [name, content] of [
      ['稿.jsonl', bytes],
      ['稿.jsonl.gz', gzipSync(bytes)],
    ] as const)
      expect((await readWritten(name, content)).articles).toMatchObject([{ headline: '县里修通三条公路' }]);
  });

  it('is read as --encoding says, whatever it looks like', async () => {
    const utf16 = encodeText(page, 'utf-16be');
    expect((await readWritten('稿.jsonl', utf16, { encoding: 'utf-16be' })).articles).toHaveLength(1);
    await expect(readWritten('稿.jsonl', utf16, { encoding: 'gbk' })).rejects.toThrow('GB18030');
    await expect(readWritten('稿.jsonl', utf16, { encoding: 'klingon' })).rejects.toThrow('klingon');
  });
});
