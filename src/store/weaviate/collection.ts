import type { Collection as ClientCollection, WeaviateClient } from 'weaviate-client';
import { addUp, countGroups, countObjects, type Total } from './aggregate.js';
import type { Connection } from './connection.js';
import { Copies } from './copies.js';
import { cutInto } from './cut-batches.js';
import { type Condition, idIn } from './filter-value.js';
import {
  byDistance,
  byId,
  byProperty,
  byScore,
  mergeAnswers,
  mergeCounts,
  type Order,
} from './merge-answers.js';
import { putObjects } from './put-objects.js';
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

/** What was found, and what of it is there for certain. */
type Page = { found: Stored[]; there: Stored[] };

/** The objects of one collection. All methods throw StoreError. */
export class Collection {
  private readonly copies: Copies;

  constructor(
    private readonly connection: Connection,
    readonly name: string,
    /** Who writes must not miss what a copy that is behind does not have. */
    private readonly isForWriting = false,
  ) {
    this.copies = new Copies(connection, name);
  }

  /** Whether there are several copies of each object. */
  hasCopies(): Promise<boolean> {
    return this.copies.areSeveral();
  }

  /** In no order, or by a property. */
  async find({ sortBy, ...asked }: Asked & { sortBy?: string }): Promise<Stored[]> {
    const { found, there } = await this.findPage(asked, sortBy);
    const { filter = null, limit } = asked;
    if (!this.isForWriting || filter === null || sortBy !== undefined || found.length >= limit) return there;
    if (!(await this.copies.areSeveral())) return there;
    const known = new Set(found.map(({ id }) => id));
    const others = (await this.listIds(filter)).filter((id) => !known.has(id));
    return [...there, ...(await this.copies.loadEach(others))];
  }

  private findPage(asked: Asked, sortBy?: string): Promise<Page> {
    return this.read(
      async (collection) => {
        const sort = sortBy === undefined ? {} : { sort: collection.sort.byProperty(sortBy as never, true) };
        return collection.query.fetchObjects({ ...toOptions(asked), ...sort });
      },
      asked,
      sortBy === undefined ? null : byProperty(sortBy),
    );
  }

  /** Of all that any of the copies finds which the consistency level asks, `MOST_RESULTS` at most. */
  listIds(filter: Condition): Promise<string[]> {
    return this.copies.listIds(filter);
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
      const { found, there } = await this.findPage({ ...rest, properties, filter: within, limit }, by);
      const fresh = found.filter(({ id }) => !seen.has(id));
      if (fresh.length === 0) return;
      yield* there.filter(({ id }) => !seen.has(id));
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
      const asked = { limit: step, properties };
      const { found, there } = await this.read(
        (collection) => collection.query.fetchObjects({ ...toOptions(asked), ...from }),
        asked,
        byId,
      );
      yield* there;
      if (found.length < step) return;
      after = found.at(-1)?.id;
    }
  }

  async findById(ids: readonly string[], properties: readonly string[]): Promise<Stored[]> {
    const found: Stored[] = [];
    for (const some of cutInto(ids, 1000)) {
      found.push(...(await this.find({ filter: idIn(some), limit: some.length, properties })));
    }
    return found;
  }

  /** An object by its id alone: the newest of the copies that the consistency level asks for. */
  load(id: string): Promise<Properties | null> {
    return this.copies.load(id);
  }

  /** The best by BM25 over a property that holds words between blanks; a word that comes twice counts twice. */
  async findByWords(words: string, property: string, asked: Asked): Promise<Stored[]> {
    const { there } = await this.read(
      (collection) =>
        collection.query.bm25(words, { ...toOptions(asked), queryProperties: [property] as Loose }),
      asked,
      byScore,
    );
    return there;
  }

  /** The nearest by cosine. */
  async findByVector(vector: Float32Array, asked: Asked): Promise<Stored[]> {
    const options = { ...toOptions(asked), targetVector: asked.vectorName };
    const { there } = await this.read(
      (collection) => collection.query.nearVector(Array.from(vector), options),
      asked,
      byDistance,
    );
    return there;
  }

  async count(filter: Condition): Promise<number> {
    return Math.max(...(await this.ask((collection) => countObjects(collection, filter))));
  }

  /** Of a property that holds whole numbers: of how many objects, and what they come to. */
  async addUp(property: string): Promise<Total> {
    const totals = await this.ask((collection) => addUp(collection, property));
    return totals.reduce((most, total) => (total.count > most.count ? total : most));
  }

  /** How many objects have each value of a property. */
  async countBy(property: string, filter: Condition | null = null): Promise<Map<string, number>> {
    return mergeCounts(await this.ask((collection) => countGroups(collection, property, filter)));
  }

  /**
   * Writes objects, new or in place of those with the same ids; what the server does not take is sent again.
   * @param nameOf the article that an object belongs to, for the sentence that says what could not be stored
   */
  put(objects: readonly NewObject[], nameOf: (object: NewObject) => string): Promise<void> {
    return putObjects(this.connection, this.name, objects, nameOf);
  }

  /**
   * Changes some properties of an object that has no vector, where it is there. It is written whole: a copy that is behind
   * would else put them on what it holds.
   */
  async change(id: string, properties: Properties): Promise<void> {
    const held = await this.load(id);
    if (held !== null) await this.put([{ id, properties: { ...held, ...properties } }], () => id);
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
    await this.copies.remove(id);
  }

  private async read(
    work: (collection: ClientCollection<Loose>) => Promise<{ objects: Loose[] }>,
    { limit, vectorName = null }: Asked,
    order: Order | null,
  ): Promise<Page> {
    const answers = await this.ask(work);
    const stored = answers.map(({ objects }) => objects.map((object) => toStored(object, vectorName)));
    const found = mergeAnswers(stored, order, limit);
    return { found, there: await this.copies.dropStale(found) };
  }

  /** One answer; of two nodes where a copy may be behind: what was written is at one of them at least. */
  private async ask<T>(work: (collection: ClientCollection<Loose>) => Promise<T>): Promise<T[]> {
    const { connection } = this;
    const at = (client: WeaviateClient) => work(this.of(client));
    return connection.absences.areFelt ? connection.runAtTwo(at) : [await connection.run('read', at)];
  }

  private run<T>(
    kind: 'read' | 'write',
    work: (collection: ClientCollection<Loose>) => Promise<T>,
  ): Promise<T> {
    return this.connection.run(kind, (client) => work(this.of(client)));
  }

  private of(client: WeaviateClient): ClientCollection<Loose> {
    const { consistency } = this.connection.settings;
    return client.collections.use<Loose>(this.name).withConsistency(consistency) as Loose;
  }
}
