import type { UnpreparedArticle } from './prepare-batch.js';

/** UTF-16 units of bodies in one batch: some tenths of a second of work for a thread. */
export const BATCH_LENGTH = 128_000;

/** Articles in their order, as many at once as make a batch. */
export async function* takeBatches<Of extends UnpreparedArticle>(
  articles: AsyncIterable<Of>,
): AsyncGenerator<Of[], void> {
  let batch: Of[] = [];
  let length = 0;
  for await (const article of articles) {
    batch.push(article);
    length += article.body.length;
    if (length < BATCH_LENGTH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}
