import { setTimeout as sleep } from 'node:timers/promises';
import type { Collection as ClientCollection, WeaviateClient } from 'weaviate-client';
import { StoreError } from '../../domain/errors.js';
import * as wording from '../../domain/wording/weaviate.js';
import type { Connection } from './connection.js';
import { cutInto, cutIntoBatches } from './cut-batches.js';
import { isRefusal, toFault } from './faults.js';
import { type Condition, idIn } from './filter-value.js';
import {
  type Asked,
  type Loose,
  type NewObject,
  type Properties,
  type Stored,
  toOptions,
  toStored,
} from './stored.js';

/** What a server returns to one request at most, as it is delivered. */
export const MOST_RESULTS = 10_000;
/** Requests that write at the same time: a server that takes longer is given no more. */
const WRITERS = 2;
/** An object that the server did not take is sent again so often. */
const TRIES = 5;
/** Before that, in milliseconds; doubled each time. */
const FIRST_PAUSE = 100;

type SendResult = { result?: { status?: string; errors?: { error?: { message?: string }[] } } };

/** The objects of one collection. All methods throw StoreError. */
export class Collection {
  constructor(
    private readonly connection: Connection,
    readonly name: string,
  ) {}

  /** In no order, or by a property. */
  async find({ sortBy, ...asked }: Asked & { sortBy?: string }): Promise<Stored[]> {
    return this.read(async (collection) => {
      const sort = sortBy === undefined ? {} : { sort: collection.sort.byProperty(sortBy as never, true) };
      return collection.query.fetchObjects({ ...toOptions(asked), ...sort });
    }, asked.vectorName);
  }

  /** All that the filter lets through, in order of a property that holds a whole number of 0 or more. */
  async *walk(asked: Omit<Asked, 'limit'> & { by: string; step?: number }): AsyncGenerator<Stored> {
    const { by, step = 1000, filter = null, ...rest } = asked;
    let after = -1;
    let seen = new Set<string>();
    for (;;) {
      const from: Condition = { operator: 'GreaterThanEqual', target: { property: by }, value: after };
      const within: Condition =
        filter === null ? from : { operator: 'And', filters: [filter, from], value: null };
      const limit = Math.min(step + seen.size, MOST_RESULTS);
      const properties = [...new Set([...rest.properties, by])];
      const found = await this.find({ ...rest, properties, filter: within, limit, sortBy: by });
      const fresh = found.filter(({ id }) => !seen.has(id));
      if (fresh.length === 0) return;
      yield* fresh;
      const last = Number(fresh.at(-1)?.properties[by]);
      // Of those that share the last number some may not have come yet.
      const known = last === after ? [...seen] : [];
      seen = new Set([...known, ...found.filter((one) => one.properties[by] === last).map(({ id }) => id)]);
      after = last;
    }
  }

  /** Every object, in the order of the ids. */
  async *walkAll(properties: readonly string[], step = 1000): AsyncGenerator<Stored> {
    let after: string | undefined;
    for (;;) {
      const from = after === undefined ? {} : { after };
      const found = await this.read((collection) =>
        collection.query.fetchObjects({ ...toOptions({ limit: step, properties }), ...from }),
      );
      yield* found;
      if (found.length < step) return;
      after = found.at(-1)?.id;
    }
  }

  async findById(ids: readonly string[], properties: readonly string[]): Promise<Stored[]> {
    const found: Stored[] = [];
    for (const some of cutInto(ids, 1000))
      found.push(...(await this.find({ filter: idIn(some), limit: some.length, properties })));
    return found;
  }

  /** Of an object by its id alone, as the consistency level asks for. */
  async load(id: string): Promise<Properties | null> {
    return this.run('read', async (collection) => {
      const found = await collection.query.fetchObjectById(id);
      return found === null ? null : (found.properties as Properties);
    });
  }

  /** The best by BM25 over a property that holds words between blanks; a word that comes twice counts twice. */
  async findByWords(words: string, property: string, asked: Asked): Promise<Stored[]> {
    return this.read(
      (collection) =>
        collection.query.bm25(words, { ...toOptions(asked), queryProperties: [property] as Loose }),
      asked.vectorName,
    );
  }

  /** The nearest by cosine. */
  async findByVector(vector: Float32Array, asked: Asked): Promise<Stored[]> {
    const options = { ...toOptions(asked), targetVector: asked.vectorName };
    return this.read(
      (collection) => collection.query.nearVector(Array.from(vector), options),
      asked.vectorName,
    );
  }

  async count(filter: Condition | null = null): Promise<number> {
    return this.run('read', async (collection) => {
      const options = filter === null ? {} : { filters: filter as Loose };
      return (await collection.aggregate.overAll(options)).totalCount;
    });
  }

  /** How many objects have each value of a property. */
  async countBy(property: string, filter: Condition | null = null): Promise<Map<string, number>> {
    return this.run('read', async (collection) => {
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
      return new Map(
        groups.map(({ groupedBy, totalCount }) => [String(groupedBy.value), Number(totalCount)]),
      );
    });
  }

  /**
   * Writes objects, new or in place of those with the same ids; what the server does not take is sent again.
   * @param nameOf the article that an object belongs to, for the sentence that says what could not be stored
   */
  async put(objects: readonly NewObject[], nameOf: (object: NewObject) => string): Promise<void> {
    const batches = cutIntoBatches(objects);
    const work = async () => {
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift())
        await this.putBatch(batch, nameOf);
    };
    await Promise.all(Array.from({ length: WRITERS }, work));
  }

  /** Changes some properties of an object; false where it is not there. */
  async change(id: string, properties: Properties): Promise<void> {
    await this.run('write', (collection) => collection.data.update({ id, properties: properties as Loose }));
  }

  async remove(filter: Condition): Promise<void> {
    for (;;) {
      const matched = await this.run('write', async (collection) => {
        const { matches, failed } = await collection.data.deleteMany(filter as Loose);
        if (failed > 0) {
          // Why, the reply does not say; that to the removal of a single one does.
          const { objects } = await collection.query.fetchObjects({ filters: filter as Loose, limit: 1 });
          for (const { uuid } of objects) await collection.data.deleteById(uuid);
          throw new Error(`replica: ${failed} of ${matches} objects were not removed`);
        }
        return matches;
      });
      if (matched < MOST_RESULTS) return;
    }
  }

  async removeById(id: string): Promise<void> {
    await this.run('write', (collection) => collection.data.deleteById(id));
  }

  private async putBatch(
    objects: readonly NewObject[],
    nameOf: (object: NewObject) => string,
  ): Promise<void> {
    let waiting = objects;
    for (let tries = 1; ; tries++) {
      const faults = await this.send(waiting);
      waiting = waiting.filter((_, i) => faults[i] !== null);
      if (waiting.length === 0) return;
      if (tries === TRIES) {
        const names = [...new Set(waiting.map(nameOf))];
        throw new StoreError(wording.notStored(names, String(faults.find(Boolean)).slice(0, 200)));
      }
      await sleep(FIRST_PAUSE * 2 ** tries);
    }
  }

  /**
   * What was wrong with each object, null for those that were stored. Not by the library's own call, which looks only
   * every half a second whether it has made its request.
   */
  private async send(objects: readonly NewObject[]): Promise<(string | null)[]> {
    const path = `/v1/batch/objects?consistency_level=${this.connection.settings.consistency}`;
    const results = await this.connection.request<SendResult[]>('write', path, {
      objects: objects.map(({ id, properties, vector }) => ({
        ...{ class: this.name, id, properties },
        ...(vector === undefined ? {} : { vectors: { [vector.name]: vector.values } }),
      })),
    });
    const faults = objects.map((_, i) => {
      const result = results[i]?.result;
      if (result?.status !== 'FAILED') return null;
      return result.errors?.error?.[0]?.message ?? 'failed';
    });
    const refused = faults.find((fault) => fault !== null && isRefusal(fault));
    if (refused) throw toFault(new Error(refused), this.name).error;
    return faults;
  }

  private async read(
    work: (collection: ClientCollection<Loose>) => Promise<{ objects: Loose[] }>,
    vectorName: string | null = null,
  ): Promise<Stored[]> {
    const { objects } = await this.run('read', work);
    return objects.map((object) => toStored(object, vectorName));
  }

  private run<T>(
    kind: 'read' | 'write',
    work: (collection: ClientCollection<Loose>) => Promise<T>,
  ): Promise<T> {
    const { consistency } = this.connection.settings;
    return this.connection.run(kind, (client: WeaviateClient) =>
      work(client.collections.use<Loose>(this.name).withConsistency(consistency) as Loose),
    );
  }
}

const MOST_GROUPS = 1_000_000;
