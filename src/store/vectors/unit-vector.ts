import { EmbeddingMismatchError, StoreError } from '../../domain/errors.js';
import type { EmbeddingModel } from '../../domain/ports.js';
import { otherEmbeddingModel, vectorWithoutDirection } from '../../domain/wording/store.js';

/** A norm this near to 1 is rounding; other vectors are scaled, which leaves their cosines as they are. */
const NORM_TOLERANCE = 1e-4;

/**
 * The vector with norm 1. Throws EmbeddingMismatchError when its length is not the model's dimension, StoreError
 * when it is zero or holds a value that is no number: hnswlib would take both in and find nonsense.
 */
export function toUnitVector(vector: Float32Array, model: EmbeddingModel): Float32Array {
  if (vector.length !== model.dimension) {
    const given = `${model.id}（${vector.length} 维）`;
    throw new EmbeddingMismatchError(otherEmbeddingModel(`${model.id}（${model.dimension} 维）`, given));
  }
  const norm = Math.sqrt(dot(vector, vector, 0));
  if (!Number.isFinite(norm) || norm === 0) throw new StoreError(vectorWithoutDirection());
  return Math.abs(norm - 1) < NORM_TOLERANCE ? vector : vector.map((value) => value / norm);
}

/** The product of `vector` with the vector of the same length that begins at `offset` in `matrix`. */
export function dot(vector: Float32Array, matrix: Float32Array, offset: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const { length } = vector;
  const whole = length - (length % 4);
  for (let i = 0; i < whole; i += 4) {
    const at = offset + i;
    a += (vector[i] as number) * (matrix[at] as number);
    b += (vector[i + 1] as number) * (matrix[at + 1] as number);
    c += (vector[i + 2] as number) * (matrix[at + 2] as number);
    d += (vector[i + 3] as number) * (matrix[at + 3] as number);
  }
  for (let i = whole; i < length; i++) a += (vector[i] as number) * (matrix[offset + i] as number);
  return a + b + (c + d);
}
