import { parentPort } from 'node:worker_threads';
import { packChunks } from './packed-chunks.js';
import { prepareChunks, type UnpreparedArticle } from './prepare-chunks.js';

/** A thread of `PrepareWorkers`: articles come in, their chunks go out, in the same order; an error ends the thread. */
parentPort?.on('message', (articles: UnpreparedArticle[]) => {
  const packed = packChunks(articles.map(prepareChunks));
  parentPort?.postMessage(packed, [packed.numbers.buffer as ArrayBuffer, packed.pairs.buffer as ArrayBuffer]);
});
