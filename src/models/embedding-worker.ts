import { parentPort, workerData } from 'node:worker_threads';
import { loadTokenEmbedder } from './token-embedder.js';

/** A thread of `EmbeddingWorkers`: token ids come in, a vector goes out; an error ends the thread. */
const model = await loadTokenEmbedder(String(workerData));
parentPort?.on('message', async (ids: number[]) => {
  parentPort?.postMessage(await model.embed(ids));
});
