import { Worker } from 'node:worker_threads';
import { StoreError } from '../../src/domain/errors.js';
import type { PreparedChunk } from '../../src/domain/ports.js';
import { preparingThreadEnded } from '../../src/domain/wording/ingest.js';
import { findWorkerFile } from '../../src/system/worker-file.js';
import { type PackedChunks, unpackChunks } from './packed-chunks.js';
import type { UnpreparedArticle } from './prepare-chunks.js';

type Waiting = { resolve: (packed: PackedChunks) => void; reject: (error: Error) => void };

/** Threads that prepare articles side by side. Idle, they keep no process alive. */
export class PrepareWorkers {
  private readonly threads: PrepareThread[];

  constructor(readonly count: number) {
    this.threads = Array.from({ length: count }, () => new PrepareThread());
  }

  /** The chunks of each article. Throws StoreError where a thread fails; then the workers are of no more use. */
  async prepare(articles: readonly UnpreparedArticle[]): Promise<PreparedChunk[][]> {
    const [first, ...others] = this.threads as [PrepareThread, ...PrepareThread[]];
    const idlest = others.reduce((best, one) => (one.load < best.load ? one : best), first);
    return unpackChunks(await idlest.ask(articles));
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
    this.worker.on('message', (packed: PackedChunks) => {
      this.waiting.shift()?.resolve(packed);
      if (this.waiting.length === 0) this.worker.unref();
    });
    this.worker.on('error', (error) => this.fail(error.message));
    this.worker.on('exit', (code) => this.fail(`exit ${code}`));
  }

  get load(): number {
    return this.waiting.length;
  }

  ask(articles: readonly UnpreparedArticle[]): Promise<PackedChunks> {
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
  const { kicker, headline, subheadline, newspaper, issueDate, body } = article;
  return { kicker, headline, subheadline, newspaper, issueDate, body };
}
