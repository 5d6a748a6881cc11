import { afterEach, describe, expect, it } from 'vitest';
import { buildArticleId } from '../ingest/article-id.js';
import type { UnpreparedArticle } from '../ingest/prepare/prepare-batch.js';
import { prepareChunks } from '../ingest/prepare/prepare-chunks.js';
import { createPreparer } from '../ingest/prepare/preparer.js';
import { BATCH_LENGTH } from '../ingest/prepare/take-batches.js';
import { StoreError } from '../src/domain/errors.js';
import type { PreparedChunk } from '../src/domain/ports.js';
import { hashChunk } from '../src/store/hash-chunk.js';
import { toStorable } from '../src/store/words/storable-term.js';
import { collect } from './helpers/collect.js';

const preparer = createPreparer(2);
afterEach(() => preparer.close());

function article(headline: string, body: string): UnpreparedArticle {
  const printed = { newspaper: '太原日报', issueDate: '2023-02-10', page: '1', sourceId: null, byline: null };
  return { ...printed, kicker: null, headline, subheadline: null, body };
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

/** The terms of a chunk, each as often as it stands there. */
function listTerms({ terms }: PreparedChunk): readonly string[] {
  if (!('batch' in terms)) return terms.map(toStorable);
  const { pairs, shortWords, others, starts, places, frequencies } = terms.batch;
  const words = [
    ...Array.from(pairs, (key) => `_${String.fromCharCode(key >>> 16, key & 0xffff)}`),
    ...Array.from(shortWords, (key) => String.fromCharCode(key >>> 16, key & 0xffff).replace('\0', '')),
    ...others,
  ];
  const counts = words.map((_, rank) => {
    const at = places.subarray(starts[rank], starts[rank + 1]).indexOf(terms.place);
    return at < 0 ? 0 : (frequencies[(starts[rank] as number) + at] as number);
  });
  return words.flatMap((word, rank) => Array<string>(counts[rank] as number).fill(word));
}

const write = (chunks: readonly PreparedChunk[]): string =>
  JSON.stringify(
    chunks.map((chunk) => [
      ...[chunk.start, chunk.end, chunk.times, chunk.places],
      ...[[...listTerms(chunk)].sort(), hashChunk(chunk)],
    ]),
  );

describe('articles on their way in', () => {
  it('of a large file are prepared in threads as they would be in this one, and keep their order', async () => {
    const given = articles(2.2);
    const prepared = await collect(preparer.prepare(streamed(given)));
    expect(prepared.map(({ article: { headline } }) => headline)).toEqual(
      given.map(({ headline }) => headline),
    );
    expect(prepared.map(({ firstId }) => firstId)).toEqual(given.map((one) => buildArticleId(one, 0)));
    const others = prepared.filter(({ article: one, chunks }) => write(chunks) !== write(prepareChunks(one)));
    expect(others.map(({ article: { headline } }) => headline)).toEqual([]);
  }, 60_000);

  it('of a small file are prepared here, without a thread', async () => {
    const prepared = await collect(createPreparer(0).prepare(streamed(articles(0.5))));
    expect(prepared).toHaveLength(20);
  });

  it('have the same terms and hashes as by strings, with rare characters and with half ones', async () => {
    const odd = article('𠮷林、〇〇七', '㐂一点五万𠮷家。々〆\ud842，ＫＭ 2023年，阳曲县。');
    const given = [odd, article('', '。'), ...articles(0.1)];
    for await (const { article: one, chunks } of preparer.prepare(streamed(given)))
      expect(write(chunks)).toBe(write(prepareChunks(one)));
  });

  it('end with one sentence where a thread fails', async () => {
    const unreadable = article('坏', { length: BATCH_LENGTH } as unknown as string);
    const reading = collect(preparer.prepare(streamed([...articles(1), unreadable, ...articles(0.5)])));
    const error = await reading.catch((cause) => cause);
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toContain('请再运行一次');
  }, 60_000);
});
