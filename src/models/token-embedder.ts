import type { Tensor } from 'onnxruntime-node';
import { EmbeddingError } from '../domain/errors.js';
import { modelNotLoaded } from '../domain/wording/models.js';
import { localModel } from './local-model.js';
import { toUnitVector } from './unit-vector.js';

/** Token ids → unit vector, on the thread that calls: the runtime's `run` is asynchronous in name only. */
export type TokenEmbedder = {
  embed(ids: readonly number[]): Promise<Float32Array>;
  release(): Promise<void>;
};

/**
 * Opens the model. One thread: on short texts more threads in one session bring little on idle cores, and on busy
 * ones they wait for each other and cost half the speed; one session a core does better.
 * The runtime is native and large, so it is loaded here and not before.
 * Throws EmbeddingError where the runtime or the file cannot be loaded.
 */
export async function loadTokenEmbedder(path: string): Promise<TokenEmbedder> {
  try {
    const { InferenceSession, Tensor } = await import('onnxruntime-node');
    const session = await InferenceSession.create(path, { intraOpNumThreads: 1, interOpNumThreads: 1 });
    return {
      async embed(ids) {
        const row = (valueAt: (id: number) => bigint): Tensor =>
          new Tensor('int64', BigInt64Array.from(ids, valueAt), [1, ids.length]);
        const output = await session.run({
          input_ids: row((id) => BigInt(id)),
          attention_mask: row(() => 1n),
          token_type_ids: row(() => 0n),
        });
        // [1, tokens, 512]: the first token, [CLS], stands for the whole text in models of this family.
        const states = output.last_hidden_state?.data as Float32Array | undefined;
        return toUnitVector(states?.subarray(0, localModel.dimension), localModel.dimension);
      },
      release: () => session.release(),
    };
  } catch (error) {
    throw new EmbeddingError(modelNotLoaded(path, error instanceof Error ? error.message : String(error)), {
      cause: error,
    });
  }
}
