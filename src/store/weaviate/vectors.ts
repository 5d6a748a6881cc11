import { EmbeddingMismatchError } from '../../domain/errors.js';
import type { EmbeddingModel, UnembeddedChunk } from '../../domain/ports.js';
import { otherEmbeddingModel } from '../../domain/wording/store.js';
import { toUnitVector } from '../vectors/unit-vector.js';
import { MOST_RESULTS } from './collection.js';
import { cutInto } from './cut-batches.js';
import { above, anyOf, equal, idIn, not } from './filter-value.js';
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

/**
 * In order of number, from the first above `after`. Of chunks that share a number one is listed, the others when it has its
 * vector.
 */
export async function listUnembedded(
  writing: WriteSession,
  after: number,
  limit: number,
): Promise<UnembeddedChunk[]> {
  const view = await writing.look();
  const filter = view.seen('chunk', lacking(view.snapshot.vectorName), above('number', after));
  const found = await writing.collections.chunks.find({ filter, limit, properties: CHUNK, sortBy: 'number' });
  const articles = await view.loadVersions(found.map(({ properties }) => String(properties.version)));
  const listed = new Map<number, string>();
  const chunks = found.flatMap((stored) => {
    const { chunkId, version, start, end } = toStoredChunk(stored);
    const article = articles.get(version)?.article;
    if (article === undefined || listed.has(chunkId)) return [];
    listed.set(chunkId, stored.id);
    return [{ chunkId, headline: article.headline, text: article.body.slice(start, end) }];
  });
  writing.listed = listed;
  const last = found.at(-1);
  // Chunks whose article is not there must not seem to be the end.
  return chunks.length > 0 || last === undefined ? chunks : listUnembedded(writing, numberOf(last), limit);
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
 * Stores vectors; a chunk that has one keeps it, one that has gone meanwhile needs none. The server takes a vector only with
 * its whole object, so each is read and written again. Errors: see ArchiveWriter.
 */
export async function addVectors(
  writing: WriteSession,
  model: EmbeddingModel,
  rows: readonly { chunkId: number; vector: Float32Array }[],
): Promise<void> {
  const { snapshot } = await writing.look();
  checkModel(snapshot.model, model);
  const vectors = new Map(rows.map(({ chunkId, vector }) => [chunkId, toUnitVector(vector, model)]));
  const objects: NewObject[] = [];
  for (const some of cutInto([...vectors.keys()], AT_ONCE)) {
    for (const { id, properties } of await findMeant(writing, some)) {
      if (properties.embeddedAs === snapshot.vectorName) continue;
      const values = Array.from(vectors.get(numberOf({ properties })) as Float32Array);
      const embedded = { ...properties, embeddedAs: snapshot.vectorName };
      objects.push({ id, properties: embedded, vector: { name: snapshot.vectorName, values } });
    }
  }
  if (snapshot.model === null) {
    await writing.state.saveModel(snapshot, model);
    // Another process may have begun with another one.
    checkModel((await writing.look()).snapshot.model, model);
  }
  await writing.collections.chunks.put(objects, ({ properties }) => String(properties.articleId));
  await removeGone(writing, objects);
  await writing.pulse();
}

function checkModel(stored: EmbeddingModel | null, model: EmbeddingModel): void {
  if (stored !== null && (stored.id !== model.id || stored.dimension !== model.dimension))
    throw new EmbeddingMismatchError(otherEmbeddingModel(stored, model));
}

/** The chunk of each number that was listed; where it was not, the one that alone has the number. */
async function findMeant(
  { collections, listed }: WriteSession,
  numbers: readonly number[],
): Promise<Stored[]> {
  const filter = anyOf('number', numbers);
  const asked = { filter, limit: MOST_RESULTS, properties: CHUNK_PROPERTIES };
  const found = await collections.chunks.find(asked);
  const counts = new Map<number, number>();
  for (const one of found) counts.set(numberOf(one), (counts.get(numberOf(one)) ?? 0) + 1);
  return found.filter((one) => {
    const meant = listed.get(numberOf(one));
    return meant === undefined ? counts.get(numberOf(one)) === 1 : meant === one.id;
  });
}

/** A chunk that another process deleted while its vector came is not to come back with it: its article went before. */
async function removeGone({ collections }: WriteSession, objects: readonly NewObject[]): Promise<void> {
  const versions = [...new Set(objects.map(({ properties }) => String(properties.version)))];
  const there = new Set((await collections.articles.findById(versions, [])).map(({ id }) => id));
  const gone = objects.filter(({ properties }) => !there.has(String(properties.version)));
  for (const some of cutInto(gone, AT_ONCE)) await collections.chunks.remove(idIn(some.map(({ id }) => id)));
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
