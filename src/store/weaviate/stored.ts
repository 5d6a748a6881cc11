import type { Condition } from './filter-value.js';

export type Properties = Record<string, string | number | boolean | string[] | number[] | undefined>;

export type Stored = {
  id: string;
  properties: Properties;
  /** Where it was asked for and the object has one. */
  vector: readonly number[] | null;
  /** Of a search by words. */
  score: number;
  /** Of a search by words that asked for it: how often each of them stands there, and among how many. */
  explanation: string;
  /** 1 − cosine, of a search by vector. */
  distance: number;
  /** When it was last written, in milliseconds. */
  updated: number;
  /** False where the copies may not agree that it is there; see copies.ts. */
  isAgreed: boolean;
};

/** What only a search finds out about an object. */
export const NOT_SEARCHED = { vector: null, score: 0, explanation: '', distance: 0 };

export type NewObject = { id: string; properties: Properties; vector?: NamedVector };

/** Each embedding model has vectors of a name of its own. */
type NamedVector = { name: string; values: readonly number[] };

/** What of which objects. */
export type Asked = {
  filter?: Condition | null;
  limit: number;
  properties: readonly string[];
  /** The name of the vector to bring. */
  vectorName?: string | null;
  isExplained?: boolean;
};

// biome-ignore lint/suspicious/noExplicitAny: the library's types describe collections that are known when they are compiled
export type Loose = any;

/** As the library wants it. */
export const toOptions = ({
  filter = null,
  limit,
  properties,
  vectorName = null,
  isExplained = false,
}: Asked): Loose => ({
  limit,
  returnProperties: properties,
  returnMetadata: [
    ...['score', 'distance', 'updateTime', 'isConsistent'],
    ...(isExplained ? ['explainScore'] : []),
  ],
  includeVector: vectorName === null ? false : [vectorName],
  ...(filter === null ? {} : { filters: filter }),
});

export function toStored({ uuid, properties, vectors, metadata }: Loose, vectorName: string | null): Stored {
  const vector = vectorName === null ? undefined : vectors?.[vectorName];
  return {
    id: uuid,
    properties,
    vector: vector === undefined || vector.length === 0 ? null : vector,
    score: metadata?.score ?? 0,
    explanation: metadata?.explainScore ?? '',
    distance: metadata?.distance ?? 0,
    updated: metadata?.updateTime?.getTime() ?? 0,
    isAgreed: metadata?.isConsistent ?? true,
  };
}
