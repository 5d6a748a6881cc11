import { appendFileSync, closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readArticles } from '../ingest/read-articles.js';
import { findReader, listEndings } from '../ingest/readers/readers.js';
import { InputError } from '../src/domain/errors.js';
import { writeFiles } from './helpers/archive-of.js';
import { findInput } from './helpers/find-input.js';
import { PAGE } from './helpers/page-of-two.js';
import { NOTHING_GIVEN, readInput } from './helpers/read-input.js';
import { makeTemporaryFolder } from './helpers/temporary-folder.js';

const DEEP = 50_000;
const BYTES = Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919 + (index >> 3)) % 256));

/** Contents that no editor ever wrote. */
const CONTENTS: Record<string, string | Buffer> = {
  nothing: '',
  'a byte': '\u0001',
  'a mark of byte order alone': '\ufeff',
  zeros: Buffer.alloc(100_000),
  'any bytes': BYTES,
  'any bytes behind text': Buffer.concat([Buffer.from(PAGE), BYTES]),
  'white space': ' \n\t\u3000'.repeat(100_000),
  'open brackets': '['.repeat(DEEP),
  'nested objects': `${'{"text":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
  'nested elements': `<html><body>${'<div>'.repeat(DEEP)}县里开会${'</div>'.repeat(DEEP)}`,
  'open elements and attributes': '<a b="'.repeat(DEEP),
  'open comments': '<!--'.repeat(DEEP),
  'open quotes': `"${'",'.repeat(DEEP)}`,
  'nested quotations': `${'>'.repeat(DEEP)} 县里开会`,
  'nested lists': Array.from({ length: 2_000 }, (_, index) => `${' '.repeat(index)}- 甲`).join('\n'),
  'half a pair': `{"text":"\\ud800"}\n<p>\ud800</p>`,
  'keys of the language': '{"__proto__":{"text":"甲"},"constructor":1,"toString":"乙","text":"县里开会。"}',
  aliases: `a: &a [甲]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*a,*a]`).join('\n')}`,
};

/** Of each reader the first ending: .htm is read as .html is. */
const KINDS = listEndings().filter((ending, index, all) => {
  const reader = findReader(`a${ending}`);
  return all.findIndex((other) => findReader(`a${other}`) === reader) === index;
});

/** So many megabytes in one line. */
function writeLongLine(ending: string, start: string, megabytes: number): string {
  const path = join(makeTemporaryFolder(), `long${ending}`);
  const file = openSync(path, 'w');
  const piece = Buffer.alloc(1e6, 'a');
  writeSync(file, start);
  for (let written = 0; written < megabytes; written++) writeSync(file, piece);
  closeSync(file);
  return path;
}

/** Articles or a sentence, nothing else. */
async function expectInOrder(path: string): Promise<void> {
  const outcome = await readInput(path).catch((error: unknown) => error);
  if (outcome instanceof Error) {
    expect(outcome).toBeInstanceOf(InputError);
    expect(outcome.message).toMatch(/\p{Script=Han}/u);
  }
}

describe.each(KINDS)('a %s file', (ending) => {
  it.each(Object.keys(CONTENTS))('of %s is told of, or gives what it holds', async (name) => {
    const file = `file${ending}`;
    await expectInOrder(join(writeFiles({ [file]: CONTENTS[name] ?? '' }), file));
  });

  it('of a line of 20 MB is told of', async () => {
    const start = { '.html': '<p>', '.csv': '"', '.pdf': '%PDF-1.7 ' }[ending] ?? '{"text":"';
    await expectInOrder(writeLongLine(ending, start, 20));
  });

  it('of ten gigabytes of nothing is told of', async () => {
    const path = join(makeTemporaryFolder(), `sparse${ending}`);
    const file = openSync(path, 'w');
    ftruncateSync(file, 10e9);
    closeSync(file);
    await expect(readInput(path)).rejects.toThrow(InputError);
  });
});

describe('a file of articles a line', () => {
  it('with a line of 100 MB gives the others', async () => {
    const path = writeLongLine('.jsonl', '{"text":"', 100);
    appendFileSync(path, '"}\n{"text":"县里开会。"}\n');
    const { articles, problems } = await readInput(path);
    expect(articles).toMatchObject([{ body: '县里开会。' }]);
    expect(problems).toEqual([expect.stringContaining('第 1 行超过 16 MB')]);
  });
});

describe('a .gz', () => {
  const line = (text: string) => `${JSON.stringify({ text })}\n`;
  const read = (content: Buffer, name = 'dump.jsonl.gz') =>
    readInput(join(writeFiles({ [name]: content }), name));

  it('of several members is read to its end', async () => {
    const { articles } = await read(
      Buffer.concat([gzipSync(line('县里开会。')), gzipSync(line('县里修路。'))]),
    );
    expect(articles.map(({ body }) => body)).toEqual(['县里开会。', '县里修路。']);
  });

  it.each([
    ['a bomb', gzipSync(Buffer.alloc(17e6, ' ')), /像是压缩炸弹/u],
    ['cut off', gzipSync(line('县里开会。')).subarray(0, 20), /已损坏/u],
    ['damaged', Buffer.concat([gzipSync(line('县里开会。')).subarray(0, -8), Buffer.alloc(8)]), /已损坏/u],
    ['no .gz', Buffer.from(line('县里开会。')), /已损坏/u],
  ])('that is %s is told so', async (_, bytes, sentence) => {
    await expect(read(bytes)).rejects.toThrow(sentence);
  });

  it.each(['a.tar.gz', 'a.tgz', 'a.tar', 'a.rar', 'a.7z'])(
    'or other pack such as %s is told to be unpacked first',
    async (name) => {
      const path = join(writeFiles({ [name]: 'x' }), name);
      expect((await findInput(path)).bad).toEqual([{ path, problem: expect.stringContaining('请先解开') }]);
    },
  );
});

describe('a file that changes while it is read', () => {
  it('is told of, and is to be read again', async () => {
    const path = join(writeFiles({ 'dump.jsonl': '{"text":"县里开会。"}\n' }), 'dump.jsonl');
    const reading = {
      given: NOTHING_GIVEN,
      openWithSiblings: () => Promise.reject(new Error('no page')),
      onProblem: () => {},
      onExplain: null,
    };
    const read = async () => {
      for await (const _ of readArticles(path, reading)) appendFileSync(path, '{"text":"县里修路。"}\n');
    };
    await expect(read()).rejects.toThrow('在读取时被改动');
  });
});
