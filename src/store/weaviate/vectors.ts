import { EmbeddingMismatchError, StoreError } from '../../domain/errors.js';
import type { EmbeddingModel, UnembeddedChunk } from '../../domain/ports.js';
import { chunkOfVectorMissing, otherEmbeddingModel } from '../../domain/wording/store.js';
import { toUnitVector } from '../vectors/unit-vector.js';
import { MOST_RESULTS } from './collection.js';
import { cutInto } from './cut-batches.js';
import { above, anyOf, equal, not } from './filter-value.js';
import { CHUNK, toStoredChunk } from './objects.js';
import type { View } from './read-session.js';
import { CHUNK_PROPERTIES } from './schema.js';
import type { NewObject, Stored } from './stored.js';
import type { WriteSession } from './write-session.js';

/** Looked up with one request. */
const AT_ONCE = 500;

export async function countUnembedded(writing: WriteSession): Promise<number> {
  const view = await writing.look();
  return writing.collections.chunks.count(view.seen('chunk', lacking(view.snapshot.vectorName)));
}

const lacking = (vectorName: string) => not(equal('embeddedAs', vectorName));

/** In order of number, from the first above `after`. */
export async function listUnembedded(
  writing: WriteSession,
  after: number,
  limit: number,
): Promise<UnembeddedChunk[]> {
  const view = await writing.look();
  const filter = view.seen('chunk', lacking(view.snapshot.vectorName), above('number', after));
  const found = await writing.collections.chunks.find({ filter, limit, properties: CHUNK, sortBy: 'number' });
  const chunks = found.map(toStoredChunk);
  const articles = await view.loadVersions(chunks.map(({ version }) => version));
  return chunks.flatMap(({ chunkId, version, start, end }) => {
    const article = articles.get(version)?.article;
    return article === undefined
      ? []
      : [{ chunkId, headline: article.headline, text: article.body.slice(start, end) }];
  });
}

/** In the order of the numbers; null where a chunk has none. */
export async function loadVectorsByNumber(
  view: View,
  numbers: readonly number[],
): Promise<(Float32Array | null)[]> {
  const { vectorName } = view.snapshot;
  const vectors = new Map<number, Float32Array>();
  for (const some of cutInto([...new Set(numbers)], AT_ONCE)) {
    const filter = view.seen('chunk', anyOf('number', some));
    const asked = { filter, limit: MOST_RESULTS, properties: ['number'], vectorName };
    for (const stored of await view.collections.chunks.find(asked))
      if (stored.vector !== null) vectors.set(numberOf(stored), Float32Array.from(stored.vector));
  }
  return numbers.map((number) => vectors.get(number) ?? null);
}

/**
 * Stores vectors; a chunk that has one keeps it. The server takes a vector only with its whole object, so each is read and
 * written again. Errors: see ArchiveWriter.
 */
export async function addVectors(
  writing: WriteSession,
  model: EmbeddingModel,
  rows: readonly { chunkId: number; vector: Float32Array }[],
): Promise<void> {
  const { snapshot } = await writing.look();
  const stored = snapshot.model;
  if (stored !== null && (stored.id !== model.id || stored.dimension !== model.dimension))
    throw new EmbeddingMismatchError(otherEmbeddingModel(stored, model));
  const vectors = new Map(rows.map(({ chunkId, vector }) => [chunkId, toUnitVector(vector, model)]));
  const objects: NewObject[] = [];
  for (const some of cutInto([...vectors.keys()], AT_ONCE)) {
    const filter = anyOf('number', some);
    const found = await writing.collections.chunks.find({
      filter,
      limit: MOST_RESULTS,
      properties: CHUNK_PROPERTIES,
    });
    const known = new Set(found.map(numberOf));
    const missing = some.find((number) => !known.has(number));
    if (missing !== undefined) throw new StoreError(chunkOfVectorMissing(missing));
    for (const { id, properties } of found) {
      if (properties.embeddedAs === snapshot.vectorName) continue;
      const values = Array.from(vectors.get(numberOf({ properties })) as Float32Array);
      const embedded = { ...properties, embeddedAs: snapshot.vectorName };
      objects.push({ id, properties: embedded, vector: { name: snapshot.vectorName, values } });
    }
  }
  if (stored === null) await writing.state.saveModel(snapshot, model);
  await writing.collections.chunks.put(objects, ({ properties }) => String(properties.articleId));
  await writing.pulse();
}

const numberOf = ({ properties }: Pick<Stored, 'properties'>) => Number(properties.number);

/** Those that the chunks of a version have, by the places of the chunks: `start end`. */
export async function loadVectors(
  writing: WriteSession,
  version: string,
): Promise<Map<string, readonly number[]>> {
  const { snapshot } = await writing.look();
  const found = await writing.collections.chunks.find({
    filter: equal('version', version),
    ...{ limit: MOST_RESULTS, properties: ['start', 'end'], vectorName: snapshot.vectorName },
  });
  return new Map(
    found.flatMap(({ properties, vector }) =>
      vector === null ? [] : [[`${properties.start} ${properties.end}`, vector] as const],
    ),
  );
}

export async function dropVectors(writing: WriteSession): Promise<void> {
  const { snapshot } = await writing.look();
  await writing.state.dropModel(snapshot);
  await writing.pulse();
}
