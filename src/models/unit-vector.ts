import { EmbeddingError } from '../domain/errors.js';
import { badVector } from '../domain/wording/models.js';

/**
 * The vector scaled to length 1. Throws EmbeddingError where it is not of that dimension (null: any), holds
 * something that is no finite number, or has no length: an index takes all of these without a word and then
 * finds nonsense.
 */
export function toUnitVector(values: unknown, dimension: number | null): Float32Array {
  if (!(Array.isArray(values) || values instanceof Float32Array))
    throw new EmbeddingError(badVector('shape'));
  if (values.length === 0 || (dimension !== null && values.length !== dimension)) {
    throw new EmbeddingError(badVector('length', values.length, dimension));
  }
  let squares = 0;
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new EmbeddingError(badVector('number'));
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  if (length < 1e-12 || !Number.isFinite(length)) throw new EmbeddingError(badVector('zero'));
  return Float32Array.from(values, (value) => value / length);
}
