import type { Collection } from 'weaviate-client';
import { and, atLeast, type Condition } from './filter-value.js';
import type { Loose } from './stored.js';

type ClientCollection = Collection<Loose>;

/**
 * Articles or chunks. For the server a condition that only excludes lets through all that was ever there, also what was
 * deleted; what has a number is there.
 */
export async function countObjects(collection: ClientCollection, filter: Condition): Promise<number> {
  const options = { filters: and(atLeast('number', 0), filter) as Loose };
  return (await collection.aggregate.overAll(options)).totalCount;
}

export type Total = { count: number; sum: number };

/**
 * Of a property that holds whole numbers, over all objects. To count all objects themselves the server asks every node, also
 * one that has just died.
 */
export async function addUp(collection: ClientCollection, property: string): Promise<Total> {
  const returnMetrics: Loose = collection.metrics.aggregate(property).integer(['count', 'sum']);
  const { properties } = (await collection.aggregate.overAll({ returnMetrics })) as Loose;
  return { count: Number(properties[property]?.count ?? 0), sum: Number(properties[property]?.sum ?? 0) };
}

const MOST_GROUPS = 1_000_000;

/** How many objects have each value of a property. */
export async function countGroups(
  collection: ClientCollection,
  property: string,
  filter: Condition | null,
): Promise<Map<string, number>> {
  const groups: Loose[] = await collection.aggregate.groupBy
    .overAll({
      groupBy: { property, limit: MOST_GROUPS },
      ...(filter === null ? {} : { filters: filter as Loose }),
    } as Loose)
    .catch((error: Error) => {
      // What the library makes of none at all.
      if (/No grouped results/.test(error.message)) return [];
      throw error;
    });
  return new Map(groups.map(({ groupedBy, totalCount }) => [String(groupedBy.value), Number(totalCount)]));
}
