import type { NewObject } from './stored.js';

/** Written with one request at most: objects, and characters of their texts. */
const BATCH_OBJECTS = 300;
const BATCH_CHARACTERS = 1_500_000;

export function cutInto<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** Batches of a size that a server takes well. */
export function cutIntoBatches(objects: readonly NewObject[]): NewObject[][] {
  const batches: NewObject[][] = [];
  let batch: NewObject[] = [];
  let characters = 0;
  for (const object of objects) {
    const length = Object.values(object.properties).reduce<number>(
      (sum, value) =>
        sum + (typeof value === 'string' ? value.length : Array.isArray(value) ? 8 * value.length : 8),
      4 * (object.vector?.values.length ?? 0),
    );
    if (batch.length === BATCH_OBJECTS || (batch.length > 0 && characters + length > BATCH_CHARACTERS)) {
      batches.push(batch);
      [batch, characters] = [[], 0];
    }
    batch.push(object);
    characters += length;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
