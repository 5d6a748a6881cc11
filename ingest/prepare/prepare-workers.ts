import { Worker } from 'node:worker_threads';
import { StoreError } from '../../src/domain/errors.js';
import { preparingThreadEnded } from '../../src/domain/wording/ingest.js';
import { findWorkerFile } from '../../src/system/worker-file.js';
import { type Made, type PreparedBatch, type UnpreparedArticle, unpackBatch } from './prepare-batch.js';

type Waiting = { resolve: (made: Made[]) => void; reject: (error: Error) => void };

/** Threads that prepare articles side by side. Idle, they keep no process alive. */
export class PrepareWorkers {
  private readonly threads: PrepareThread[];

  constructor(readonly count: number) {
    this.threads = Array.from({ length: count }, () => new PrepareThread());
  }

  /** The id and the chunks of each article. Throws StoreError where a thread fails; then the workers are of no more use. */
  prepare(articles: readonly UnpreparedArticle[]): Promise<Made[]> {
    const [first, ...others] = this.threads as [PrepareThread, ...PrepareThread[]];
    const idlest = others.reduce((best, one) => (one.load < best.load ? one : best), first);
    return idlest.ask(articles);
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}

class PrepareThread {
  private readonly worker = new Worker(findWorkerFile(import.meta.url, 'prepare-worker'), { execArgv: [] });
  /** In the order in which the thread answers. */
  private readonly waiting: Waiting[] = [];

  constructor() {
    this.worker.unref();
    this.worker.on('message', (batch: PreparedBatch) => {
      this.waiting.shift()?.resolve(unpackBatch(batch));
      if (this.waiting.length === 0) this.worker.unref();
    });
    this.worker.on('error', (error) => this.fail(error.message));
    this.worker.on('exit', (code) => this.fail(`exit ${code}`));
  }

  get load(): number {
    return this.waiting.length;
  }

  ask(articles: readonly UnpreparedArticle[]): Promise<Made[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.ref();
      this.worker.postMessage(articles.map(pickFacts));
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(reason: string): void {
    for (const { reject } of this.waiting.splice(0)) reject(new StoreError(preparingThreadEnded(reason)));
  }
}

/** The rest need not be copied. */
function pickFacts(article: UnpreparedArticle): UnpreparedArticle {
  const { newspaper, issueDate, page, sourceId, kicker, headline, subheadline, byline, body } = article;
  return { newspaper, issueDate, page, sourceId, kicker, headline, subheadline, byline, body };
}
