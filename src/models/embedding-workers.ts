import { Worker } from 'node:worker_threads';
import { EmbeddingError } from '../domain/errors.js';
import { embeddingThreadEnded } from '../domain/wording/models.js';
import { findWorkerFile } from '../system/worker-file.js';

/** Threads that embed side by side, each with a session of its own. Idle, they keep no process alive. */
export class EmbeddingWorkers {
  private readonly workers: Worker[];

  constructor(modelPath: string, count: number) {
    this.workers = Array.from({ length: count }, () => {
      const worker = new Worker(findWorkerFile(import.meta.url, 'embedding-worker'), {
        workerData: modelPath,
        execArgv: [],
      });
      worker.setMaxListeners(0);
      worker.unref();
      return worker;
    });
  }

  /** In the order of the texts. Throws EmbeddingError where a thread fails; then the workers are of no more use. */
  async embed(texts: readonly string[], encode: (text: string) => number[]): Promise<Float32Array[]> {
    const vectors = new Array<Float32Array>(texts.length);
    const rest = texts.entries();
    const work = async (worker: Worker) => {
      worker.ref();
      try {
        for (const [place, text] of rest) vectors[place] = await ask(worker, encode(text));
      } finally {
        worker.unref();
      }
    };
    await Promise.all(this.workers.map(work));
    return vectors;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

function ask(worker: Worker, ids: number[]): Promise<Float32Array> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off('message', onVector).off('error', onError).off('exit', onExit);
      finish();
    };
    const onVector = (vector: Float32Array) => settle(() => resolve(vector));
    const onError = (error: Error) =>
      settle(() => reject(new EmbeddingError(embeddingThreadEnded(error.message))));
    const onExit = (code: number) =>
      settle(() => reject(new EmbeddingError(embeddingThreadEnded(`exit ${code}`))));
    worker.on('message', onVector).on('error', onError).on('exit', onExit);
    worker.postMessage(ids);
  });
}
