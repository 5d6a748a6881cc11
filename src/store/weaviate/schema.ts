import weaviate, { type WeaviateClient } from 'weaviate-client';
import { StoreError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/weaviate.js';
import { B, K1 } from '../words/bm25.js';
import { Collection } from './collection.js';
import type { Connection } from './connection.js';

/** Grows when objects of an older program would be read wrongly. */
export const SCHEMA_VERSION = 2;

type WeaviateClass = Parameters<WeaviateClient['collections']['createFromSchema']>[0];
type Property = NonNullable<WeaviateClass['properties']>[number];

const named = (name: string, dataType: string, index: Partial<Property> = {}): Property => ({
  name,
  dataType: [dataType],
  indexFilterable: true,
  indexSearchable: false,
  ...index,
});

/** A text or several that are looked up as they are. */
const key = (name: string) => named(name, 'text', { tokenization: 'field' });
const keys = (name: string) => named(name, 'text[]', { tokenization: 'field' });
const number = (name: string) => named(name, 'int', { indexRangeFilters: true });
/** What is only given back. */
const kept = (name: string, dataType = 'text') =>
  named(name, dataType, {
    indexFilterable: false,
    ...(dataType.startsWith('text') ? { tokenization: 'field' as const } : {}),
  });

/** What the walls of a question ask for: on articles for lists, on chunks for searching. */
const WALLS: readonly Property[] = [
  ...['newspaper', 'page', 'column', 'signed'].map(key),
  // YYYYMMDD; left out where the date is not known.
  number('day'),
  // Divisions that the article names and those that they lie in; names of contributors.
  ...['within', 'signers'].map(keys),
];

/**
 * The collections of an archive. An article's record is JSON: all that is printed, letter by letter, which a text of
 * Weaviate's own would not hold (half a character, NUL). Chunks have no text, their article has it.
 */
const COLLECTIONS = {
  Article: [
    ...WALLS,
    ...['articleId', 'issue', 'sourceFile', 'epoch'].map(key),
    ...['number', 'arrival'].map(number),
    key('printedPage'),
    kept('record'),
    kept('places', 'text[]'),
    kept('chunks', 'int'),
  ],
  Chunk: [
    ...WALLS,
    ...['articleId', 'version', 'epoch'].map(key),
    number('number'),
    // In terms; summed up.
    named('length', 'int'),
    // See samples.ts.
    named('samples', 'int[]'),
    named('sampledTerms', 'text', { tokenization: 'whitespace' }),
    // The name of its vector.
    key('embeddedAs'),
    // What is searched by BM25 can be looked up, too; a second index would take as long to write as the first.
    named('terms', 'text', { tokenization: 'whitespace', indexSearchable: true, indexFilterable: false }),
    ...['ordinal', 'start', 'end'].map((name) => kept(name, 'int')),
    kept('times'),
    kept('places', 'text[]'),
  ],
  File: [
    ...['path', 'fingerprint'].map(key),
    keys('articles'),
    kept('look'),
    ...['madeAt', 'generation'].map((name) => kept(name, 'int')),
  ],
  State: [
    ...['kind', 'path'].map(key),
    ...['archiveId', 'model', 'token', 'state'].map((name) => kept(name)),
    ...['schemaVersion', 'dimension', 'lastArrival', 'at'].map((name) => kept(name, 'int')),
    ...['going', 'changes'].map((name) => kept(name, 'text[]')),
  ],
} satisfies Record<string, readonly Property[]>;

/** All that a chunk's object holds. */
export const CHUNK_PROPERTIES = COLLECTIONS.Chunk.map(({ name }) => name as string);

type Name = keyof typeof COLLECTIONS;
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as readonly Name[];

const MARK = 'baowen archive';

/** ef grows with what is asked for. */
const GRAPH = { maxConnections: 16, efConstruction: 200, ef: -1, dynamicEfMin: 100, dynamicEfMax: 500 };

/** Vectors that we bring, compared by cosine. */
const VECTOR = {
  vectorizer: { none: {} },
  vectorIndexType: 'hnsw',
  vectorIndexConfig: { distance: 'cosine', ...GRAPH },
};

/**
 * How soon a node that was away is brought up to date, in milliseconds: Weaviate's own 30 s, of which it takes two, are long
 * to ask two nodes.
 */
const REPAIR = {
  ...{ frequency: 5000, frequencyWhilePropagating: 1000, propagationDelay: 3000 },
  ...{ propagationLimit: 10_000, propagationConcurrency: 2 },
};

/** Vectors have one dimension: those of another model get another name. */
export const vectorNameOf = (epoch: number) => `v${epoch}`;

/** Makes room for vectors of this name. */
export async function addVectorName(connection: Connection, name: string): Promise<void> {
  const { vectorIndex, vectors } = weaviate.configure;
  const vectorIndexConfig = vectorIndex.hnsw({ distanceMetric: 'cosine', ...GRAPH });
  await connection.run('write', async (client) => {
    const { config } = client.collections.use(`${connection.settings.prefix}Chunk`);
    if (name in (await config.get()).vectorizers) return;
    await config.addVector(vectors.selfProvided({ name, vectorIndexConfig }));
  });
}

/** The collections of one archive. */
export type Collections = { articles: Collection; chunks: Collection; files: Collection; state: Collection };

export function collectionsOf(connection: Connection, isForWriting: boolean): Collections {
  const { prefix } = connection.settings;
  const collection = (name: Name) => new Collection(connection, prefix + name, isForWriting);
  return {
    articles: collection('Article'),
    chunks: collection('Chunk'),
    files: collection('File'),
    state: collection('State'),
  };
}

/** Makes the collections that are not there yet. Throws StoreError where they are another program's. */
export async function makeCollections(connection: Connection): Promise<void> {
  for (const [name, properties] of Object.entries(COLLECTIONS)) {
    const full = connection.settings.prefix + name;
    if (await isThere(connection, full)) continue;
    const made = await describeCollection(connection, full, properties);
    await connection.run('read', async (client) => {
      await client.collections.createFromSchema(made).catch(async (error: unknown) => {
        // Another process was quicker.
        if (!(await client.collections.exists(full))) throw error;
      });
    });
  }
}

/** The names of those that are not there. Throws StoreError where any is another program's. */
export async function listMissing(connection: Connection): Promise<string[]> {
  const names = COLLECTION_NAMES.map((name) => connection.settings.prefix + name);
  const there = await Promise.all(names.map((name) => isThere(connection, name)));
  return names.filter((_, i) => !there[i]);
}

async function isThere(connection: Connection, name: string): Promise<boolean> {
  const held = await connection.request<{ description?: string }>('read', `/v1/schema/${name}`);
  if (held !== null && held.description !== MARK) throw new StoreError(wording.foreignCollection(name));
  return held !== null;
}

async function describeCollection(
  connection: Connection,
  name: string,
  properties: readonly Property[],
): Promise<WeaviateClass> {
  const nodes = await countNodes(connection);
  const { replicas, shards } = connection.settings;
  const isChunk = name.endsWith('Chunk');
  return {
    class: name,
    description: MARK,
    properties: [...properties],
    // Only chunks have vectors.
    ...(isChunk
      ? { vectorConfig: { [vectorNameOf(1)]: VECTOR } }
      : { vectorizer: 'none', vectorIndexType: 'hnsw', vectorIndexConfig: { skip: true } }),
    invertedIndexConfig: {
      bm25: { k1: K1, b: B },
      stopwords: { preset: 'none' },
    },
    replicationConfig: {
      factor: replicas ?? Math.min(3, nodes),
      ...(nodes > 1 ? { asyncEnabled: true, asyncConfig: REPAIR } : {}),
    },
    // One object of each kind of state: no shards for these.
    shardingConfig: { desiredCount: name.endsWith('State') ? 1 : (shards ?? nodes) },
  };
}

async function countNodes(connection: Connection): Promise<number> {
  return (await listNodes(connection)).length;
}

type ServerNode = { name: string; status: string; version: string };

export async function listNodes(connection: Connection): Promise<ServerNode[]> {
  const answer = await connection.request<{ nodes: ServerNode[] }>('read', '/v1/nodes');
  return answer?.nodes ?? [];
}
