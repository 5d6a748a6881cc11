import { availableParallelism } from 'node:os';
import { type Made, prepareBatch, type UnpreparedArticle, unpackBatch } from './prepare-batch.js';
import { PrepareWorkers } from './prepare-workers.js';
import { takeBatches } from './take-batches.js';

/** Passes articles on in their order, each with its id and chunks. */
export type Preparer = {
  prepare<Of extends UnpreparedArticle>(articles: AsyncIterable<Of>): AsyncGenerator<Prepared<Of>>;
  close(): Promise<void>;
};

type Prepared<Of> = Made & { article: Of };

/** A thread holds a dictionary of its own (120 MB), and one that writes keeps no more than four busy. */
const MAX_WORKERS = 4;
/** So many batches wait for each thread, so that it has work while this one writes for a second or two. */
const AHEAD = 3;

/**
 * Prepares the articles of a large file in threads, as many as there are cores, while this one reads and writes. What fits
 * into one batch is prepared here: it takes no longer than to start the threads, which load a dictionary each.
 */
export function createPreparer(threads = Math.min(availableParallelism(), MAX_WORKERS)): Preparer {
  let workers: PrepareWorkers | null = null;
  return {
    async *prepare(articles) {
      const batches = takeBatches(articles);
      const first = await batches.next();
      if (first.done) return;
      const second = await batches.next();
      if (second.done) {
        yield* join(first.value, unpackBatch(prepareBatch(first.value)));
        return;
      }
      workers ??= new PrepareWorkers(threads);
      yield* prepareInThreads(workers, [first.value, second.value], batches);
    },
    async close() {
      await workers?.close();
      workers = null;
    },
  };
}

async function* prepareInThreads<Of extends UnpreparedArticle>(
  workers: PrepareWorkers,
  begun: Of[][],
  rest: AsyncGenerator<Of[], void>,
): AsyncGenerator<Prepared<Of>> {
  const send = (batch: Of[]) => {
    const made = workers.prepare(batch);
    // It is awaited in its turn; until then nobody else hears of a failure.
    made.catch(() => {});
    return { batch, made };
  };
  const waiting = begun.map(send);
  for (let isOver = false; ; ) {
    while (!isOver && waiting.length < workers.count * AHEAD) {
      const next = await rest.next();
      if (next.done) isOver = true;
      else waiting.push(send(next.value));
    }
    const oldest = waiting.shift();
    if (!oldest) return;
    yield* join(oldest.batch, await oldest.made);
  }
}

function* join<Of>(articles: readonly Of[], made: readonly Made[]): Generator<Prepared<Of>> {
  for (const [i, article] of articles.entries()) yield { article, ...(made[i] as Made) };
}
