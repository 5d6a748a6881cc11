import { availableParallelism } from 'node:os';
import { EmbeddingError } from '../domain/errors.js';
import type { Embedder } from '../domain/ports.js';
import { embedderClosed } from '../domain/wording/models.js';
import { EmbeddingWorkers } from './embedding-workers.js';
import { type EncodeText, loadTextEncoder } from './encode-text.js';
import { localModel, type ModelFiles } from './local-model.js';
import { loadTokenEmbedder, type TokenEmbedder } from './token-embedder.js';

/** Each holds the model anew, 35 MB, and a thread's own JavaScript heap. */
const MAX_WORKERS = 4;

/** Below this many passages a thread takes longer to start (150 ms) than it saves. */
const WORTH_WORKERS = 16;

/** The local embedding model. Throws EmbeddingError where the runtime or a file cannot be loaded. */
export async function createLocalEmbedder(files: ModelFiles): Promise<Embedder> {
  const encode = await loadTextEncoder(files.tokenizer);
  return new LocalEmbedder(files.model, encode, await loadTokenEmbedder(files.model));
}

class LocalEmbedder implements Embedder {
  readonly id = localModel.id;
  readonly dimension = localModel.dimension;
  private readonly running = new Set<Promise<unknown>>();
  private workers: EmbeddingWorkers | null = null;
  private closed = false;

  constructor(
    private readonly modelPath: string,
    private readonly encode: EncodeText,
    /** For questions, here and now (3 ms): they must not queue behind an ingest's passages. */
    private readonly model: TokenEmbedder,
  ) {}

  embedQuery(text: string): Promise<Float32Array> {
    return this.track(() => this.model.embed(this.encode(localModel.queryPrefix + text)));
  }

  embedPassages(texts: readonly string[]): Promise<Float32Array[]> {
    return this.track(() => (texts.length < WORTH_WORKERS ? this.embedHere(texts) : this.embedAside(texts)));
  }

  /** Waits for what is running: a native session must not be released under it. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await Promise.allSettled(this.running);
    await this.workers?.close();
    await this.model.release();
  }

  /** One passage a call: many in one call are padded to the longest and come out slower. */
  private async embedHere(texts: readonly string[]): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (const text of texts) vectors.push(await this.model.embed(this.encode(text)));
    return vectors;
  }

  /** One single-threaded session a core, each on a thread: all cores work and this one stays free to answer. */
  private async embedAside(texts: readonly string[]): Promise<Float32Array[]> {
    this.workers ??= new EmbeddingWorkers(this.modelPath, Math.min(availableParallelism(), MAX_WORKERS));
    return this.workers.embed(texts, this.encode);
  }

  private async track<Value>(start: () => Promise<Value>): Promise<Value> {
    if (this.closed) throw new EmbeddingError(embedderClosed());
    const run = start();
    this.running.add(run);
    try {
      return await run;
    } finally {
      this.running.delete(run);
    }
  }
}
