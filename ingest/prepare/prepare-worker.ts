import { parentPort } from 'node:worker_threads';
import { type PreparedBatch, prepareBatch, type UnpreparedArticle } from './prepare-batch.js';

/** A thread of `PrepareWorkers`: articles come in, what is made of them goes out, in the same order; an error ends the thread. */
parentPort?.on('message', (articles: UnpreparedArticle[]) => {
  const batch = prepareBatch(articles);
  parentPort?.postMessage(batch, listBuffers(batch));
});

/** What need not be copied. */
const listBuffers = ({ terms: { pairs, shortWords, starts, places, frequencies } }: PreparedBatch) =>
  [pairs, shortWords, starts, places, frequencies].map(({ buffer }) => buffer as ArrayBuffer);
