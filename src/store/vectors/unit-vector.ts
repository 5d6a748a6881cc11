import { EmbeddingMismatchError, StoreError } from '../../domain/errors.js';
import type { EmbeddingModel } from '../../domain/ports.js';
import { otherEmbeddingModel, vectorWithoutDirection } from '../../domain/wording/store.js';
import { dot } from './dot.js';

/** A norm this near to 1 is rounding; other vectors are scaled, which leaves their cosines as they are. */
const NORM_TOLERANCE = 1e-4;

/**
 * The vector with norm 1. Throws EmbeddingMismatchError when its length is not the model's dimension, StoreError
 * when it is zero or holds a value that is no number: hnswlib would take both in and find nonsense.
 */
export function toUnitVector(vector: Float32Array, model: EmbeddingModel): Float32Array {
  if (vector.length !== model.dimension) {
    throw new EmbeddingMismatchError(otherEmbeddingModel(model, { ...model, dimension: vector.length }));
  }
  const norm = Math.sqrt(dot(vector, vector, 0));
  if (!Number.isFinite(norm) || norm === 0) throw new StoreError(vectorWithoutDirection());
  return Math.abs(norm - 1) < NORM_TOLERANCE ? vector : vector.map((value) => value / norm);
}
