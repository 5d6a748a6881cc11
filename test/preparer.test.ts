import { afterEach, describe, expect, it } from 'vitest';
import { prepareChunks, type UnpreparedArticle } from '../ingest/prepare/prepare-chunks.js';
import { createPreparer } from '../ingest/prepare/preparer.js';
import { BATCH_LENGTH } from '../ingest/prepare/take-batches.js';
import { StoreError } from '../src/domain/errors.js';
import type { PreparedChunk } from '../src/domain/ports.js';
import { hashChunk } from '../src/store/hash-chunk.js';
import { collect } from './helpers/collect.js';

const preparer = createPreparer(2);
afterEach(() => preparer.close());

function article(headline: string, body: string): UnpreparedArticle {
  return { kicker: null, headline, subheadline: null, newspaper: '太原日报', issueDate: '2023-02-10', body };
}

const NEWS = '记者昨日从阳曲县获悉，今年该县将新建5所幼儿园，𠮷林街改造将于3月1日开工，总投资一点五亿元。\n';

/** So many articles that they make about `batches` batches, no two alike. */
function articles(batches: number): UnpreparedArticle[] {
  const each = Math.ceil((batches * BATCH_LENGTH) / 20 / NEWS.length);
  return Array.from({ length: 20 }, (_, i) => article(`第${i}条`, `${i}路公交改道。${NEWS.repeat(each)}`));
}

async function* streamed<Of>(items: readonly Of[]) {
  yield* items;
}

function listTerms({ terms }: PreparedChunk): readonly string[] {
  if (!('numbers' in terms)) return terms;
  const { pairs, others } = terms.vocabulary;
  const pairOf = (key: number) => `_${String.fromCharCode(key >>> 16, key & 0xffff)}`;
  return Array.from(terms.numbers, (number) =>
    number % 2 ? pairOf(pairs[number >> 1] as number) : (others[number >> 1] as string),
  );
}

const write = (chunks: readonly PreparedChunk[]): string =>
  JSON.stringify(
    chunks.map((chunk) => [
      ...[chunk.start, chunk.end, chunk.times, chunk.places],
      ...[listTerms(chunk), hashChunk(chunk)],
    ]),
  );

describe('articles on their way in', () => {
  it('of a large file are prepared in threads as they would be in this one, and keep their order', async () => {
    const given = articles(2.2);
    const prepared = await collect(preparer.prepare(streamed(given)));
    expect(prepared.map(({ article: { headline } }) => headline)).toEqual(
      given.map(({ headline }) => headline),
    );
    expect(prepared.every(({ chunks }) => chunks.every(({ terms }) => 'numbers' in terms))).toBe(true);
    const others = prepared.filter(({ article: one, chunks }) => write(chunks) !== write(prepareChunks(one)));
    expect(others.map(({ article: { headline } }) => headline)).toEqual([]);
  }, 60_000);

  it('of a small file are prepared here, without waiting for threads to start', async () => {
    const prepared = await collect(preparer.prepare(streamed(articles(0.5))));
    expect(prepared.flatMap(({ chunks }) => chunks).every(({ terms }) => Array.isArray(terms))).toBe(true);
  });

  it('end with one sentence where a thread fails', async () => {
    const unreadable = article('坏', { length: BATCH_LENGTH } as unknown as string);
    const reading = collect(preparer.prepare(streamed([...articles(1), unreadable, ...articles(0.5)])));
    const error = await reading.catch((cause) => cause);
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toContain('请再运行一次');
  }, 60_000);
});
