import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DraftSentence, NOT_FOUND, parseDraft } from '../src/answer/parse-draft.js';

async function* stream(pieces: Iterable<string>): AsyncGenerator<string> {
  yield* pieces;
}

async function parse(text: string): Promise<DraftSentence[]> {
  const sentences: DraftSentence[] = [];
  for await (const sentence of parseDraft(stream([text]))) {
    if (sentence !== NOT_FOUND) sentences.push(sentence);
  }
  return sentences;
}

const one = '{"text": "共七件。", "passage": 1, "quote": "七件民生实事"}';
const two =
  '{"text": "有学校。", "quotes": [{"passage": 1, "quote": "新建学校"}, {"passage": 2, "quote": "一所"}]}';
const parsedOne: DraftSentence = { text: '共七件。', quotes: [{ passage: 1, quote: '七件民生实事' }] };
const parsedTwo: DraftSentence = {
  text: '有学校。',
  quotes: [
    { passage: 1, quote: '新建学校' },
    { passage: 2, quote: '一所' },
  ],
};
const indent = (text: string) => JSON.stringify(JSON.parse(text), null, 2);

test.each([
  ['lines as asked for', `${one}\n${two}\n`],
  ['a last line without its end', `${one}\n${two}`],
  ['Windows line ends', `${one}\r\n${two}\r\n`],
  ['a code fence', `\`\`\`json\n${one}\n${two}\n\`\`\``],
  ['prose around', `好的，以下是回答：\n${one}\n还有：\n${two}\n希望有帮助。{完}`],
  ['list marks', `1. ${one}\n- ${two}`],
  ['an array', `[\n  ${one},\n  ${two}\n]`],
  ['an array on one line', `[${one}, ${two}]`],
  ['objects laid out over lines', `${indent(one)}\n${indent(two)}`],
  [
    'thoughts',
    `<think>先想想：${one}\n{"text": "想法", "passage": 1, "quote": "想"}\n</think>\n${one}\n${two}`,
  ],
  ['thoughts on one line', `<think>${one}</think>${one}\n${two}`],
  ['a line that breaks off', `${one}\n{"text": "断了的一句\n${two}`],
  ['an object that never ends', `${one}\n{"a": {"b": 1\n${two}`],
  ['a sentence after found: false', `${one}\n${two}\n{"found": false}\n${one}`],
  ['an array of other things', `${one}\n[1, 2]\n{"a": 1}\nnull\n${two}`],
])('two sentences are found in %s', async (_, text) => {
  expect(await parse(text)).toEqual([parsedOne, parsedTwo]);
});

test.each([
  ['nothing', ''],
  ['found: false', '{"found": false}'],
  ['found: false in a fence', '```json\n{"found":false}\n```'],
  ['prose', '资料里没有提到。'],
  ['an empty text', '{"text": " ", "passage": 1, "quote": "七件"}'],
  ['a text that is none', '{"text": 7, "passage": 1, "quote": "七件"}'],
  ['an endless text', `{"text": "${'很'.repeat(5000)}", "passage": 1, "quote": "七件"}`],
])('%s gives no sentence', async (_, text) => {
  expect(await parse(text)).toEqual([]);
});

test.each<[unknown, number[]]>([
  [3, [3]],
  ['3', [3]],
  ['[3]', [3]],
  ['资料3', [3]],
  ['资料 3', [3]],
  [0, []],
  [-1, []],
  [1.5, []],
  ['三', []],
  [null, []],
  [[1], []],
  ['1e3', []],
  [true, []],
])('the passage number %j is read as %j', async (passage, numbers) => {
  const [sentence] = await parse(JSON.stringify({ text: '句', passage, quote: '原文' }));
  expect(sentence?.quotes.map((quote) => quote.passage)).toEqual(numbers);
});

test('quotes that are no words are dropped and the sentence stays, to be refused by the check', async () => {
  const quotes = [
    { passage: 1, quote: '' },
    { passage: 1, quote: 5 },
    null,
    'x',
    { passage: 2, quote: '原文' },
  ];
  expect(await parse(JSON.stringify({ text: '句', quotes }))).toEqual([
    { text: '句', quotes: [{ passage: 2, quote: '原文' }] },
  ]);
});

test('a sentence is handed out before the next one has come', async () => {
  async function* halting() {
    yield `${one.slice(0, 20)}`;
    yield `${one.slice(20)}\n{"te`;
    throw new Error('the connection broke');
  }
  const sentences = parseDraft(halting());
  expect((await sentences.next()).value).toEqual(parsedOne);
  await expect(sentences.next()).rejects.toThrow('the connection broke');
});

test.each([
  ['after nothing else', '{"found": false}', ['not found']],
  ['in a fence', '```json\n{"found": false}\n```', ['not found']],
  ['behind sentences, which stay', `${one}\n{"found": false}\n${two}`, [parsedOne, 'not found']],
])('that nothing was found is told %s, and ends the draft', async (_, text, expected) => {
  const told: unknown[] = [];
  for await (const one of parseDraft(stream([text]))) told.push(one);
  expect(told).toEqual(expected);
});

test('a sentence counts with its last brace, though its line has not ended and nothing more comes', async () => {
  async function* silent() {
    yield one;
    await new Promise(() => {});
  }
  expect((await parseDraft(silent()).next()).value).toEqual(parsedOne);
});

test('thousands of tiny pieces make the same sentences', async () => {
  const sentences: unknown[] = [];
  for await (const sentence of parseDraft(stream([...`${one}\n${two}\n`.repeat(20)])))
    sentences.push(sentence);
  expect(sentences).toHaveLength(40);
});

test('a model that runs wild is cut off, and its stream is closed', async () => {
  let closed = false;
  async function* endless() {
    try {
      for (;;) yield `${one}\n`;
    } finally {
      closed = true;
    }
  }
  const sentences: DraftSentence[] = [];
  for await (const sentence of parseDraft(endless())) if (sentence !== NOT_FOUND) sentences.push(sentence);
  expect(sentences.length).toBeLessThan(100);
  expect(closed).toBe(true);
});

test('an endless line is held neither in memory nor in the answer', async () => {
  async function* pieces() {
    yield '{"text": "';
    for (let i = 0; i < 100; i++) yield '很'.repeat(1000);
    yield `\n${one}\n`;
  }
  const sentences: DraftSentence[] = [];
  for await (const sentence of parseDraft(pieces())) if (sentence !== NOT_FOUND) sentences.push(sentence);
  expect(sentences).toEqual([parsedOne]);
});

test.each(['很好。\n', '很', '{"text": "', '<think>', '{"a": {'])(
  'a reply without end is given up: %j',
  async (piece) => {
    async function* endless() {
      for (;;) yield piece.repeat(20);
    }
    for await (const _ of parseDraft(endless())) expect.unreachable();
  },
);

const sentenceArbitrary = fc.record({
  text: fc
    .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
    .filter((text) => text.trim() === text && text !== ''),
  quotes: fc.array(
    fc.record({
      passage: fc.integer({ min: 1, max: 99 }),
      quote: fc
        .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
        .filter((text) => text.trim() !== ''),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

test('what is written in the format is read back, wherever the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sentenceArbitrary, { maxLength: 5 }),
      fc.integer({ min: 1, max: 30 }),
      async (written, size) => {
        const text = written.map((sentence) => `${JSON.stringify(sentence)}\n`).join('');
        const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
        const read: DraftSentence[] = [];
        for await (const sentence of parseDraft(stream(pieces))) {
          if (sentence !== NOT_FOUND) read.push(sentence);
        }
        expect(read).toEqual(written);
      },
    ),
  );
});

test('whatever a model sends, the parser neither throws nor lets through what has another shape', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(fc.string(), fc.constantFrom(one, two, '{', '}', '"', '\\', '\n', '<think>', '</think>')),
      ),
      async (pieces) => {
        for await (const sentence of parseDraft(stream(pieces))) {
          if (sentence === NOT_FOUND) continue;
          expect(sentence).toEqual({ text: expect.any(String), quotes: expect.any(Array) });
        }
      },
    ),
  );
});
