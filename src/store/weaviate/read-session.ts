import { StoreError } from '../../domain/errors.js';
import type { Filter } from '../../domain/query.js';
import { incomplete } from '../../domain/wording/weaviate.js';
import { Cache } from './cache.js';
import type { Connection } from './connection.js';
import { toWalls, type Walls } from './filter.js';
import { and, type Condition } from './filter-value.js';
import { ARTICLE, type StoredArticle, type StoredChunk, toStoredArticle } from './objects.js';
import { COLLECTION_NAMES, type Collections, collectionsOf, listMissing, makeCollections } from './schema.js';
import { type Snapshot, State, visible } from './state.js';

const ARTICLES_KEPT = 3000;
const CHUNKS_KEPT = 20_000;

/** One look at the archive: what is to be seen, and what is remembered of it as long as it does not change. */
export class View {
  constructor(
    readonly session: ReadSession,
    readonly snapshot: Snapshot,
    /** Emptied when the archive changes. */
    readonly remembered: Cache<string, Promise<unknown>>,
  ) {}

  get collections(): Collections {
    return this.session.collections;
  }

  /** Counted or looked up once until the archive changes. */
  remember<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.remembered.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const loading = load();
    this.remembered.set(key, loading);
    loading.catch(() => this.remembered.delete(key));
    return loading;
  }

  /** All that is to be seen, or what of it a condition lets through; null is everything. */
  seen(of: 'article' | 'chunk', condition: Condition, ...more: readonly Condition[]): Condition;
  seen(of: 'article' | 'chunk', ...conditions: readonly (Condition | null)[]): Condition | null;
  seen(of: 'article' | 'chunk', ...conditions: readonly (Condition | null)[]): Condition | null {
    return and(...conditions, ...visible(this.snapshot.changes, of));
  }

  walls(filter: Filter): Promise<Walls> {
    const key = JSON.stringify(Object.entries(filter).sort());
    return this.remember(`walls ${key}`, () => toWalls(this.collections, filter));
  }

  /**
   * By version, those that are there and no more to come. A version never changes, only where it stands does. One that goes
   * is still there for those who found it before.
   */
  async loadVersions(versions: readonly string[]): Promise<Map<string, StoredArticle>> {
    const held = await this.session.articles.getAll(versions, async (missing) => {
      const found = await this.collections.articles.findById(missing, ARTICLE);
      return found.map((stored) => [stored.id, toStoredArticle(stored)] as const);
    });
    const { changes } = this.snapshot;
    const pending = new Set(changes.filter(({ state }) => state === 'pending').map(({ id }) => id));
    const found = new Map<string, StoredArticle>();
    for (const version of versions) {
      const article = held.get(version);
      if (article !== undefined && !pending.has(article.epoch)) found.set(version, article);
    }
    return found;
  }

  isSeen(version: string, epoch: string): boolean {
    return this.snapshot.changes.every(({ id, state, going }) =>
      state === 'pending' ? id !== epoch : !going.includes(version),
    );
  }
}

/** The way of a reader to the archive. Made by `openReadSession`. */
export class ReadSession {
  readonly collections: Collections;
  readonly state: State;
  readonly articles = new Cache<string, StoredArticle>(ARTICLES_KEPT);
  readonly chunks = new Cache<number, StoredChunk>(CHUNKS_KEPT);
  private remembered = new Cache<string, Promise<unknown>>(20_000);
  private token = '';

  constructor(
    readonly connection: Connection,
    isForWriting = false,
  ) {
    this.collections = collectionsOf(connection, isForWriting);
    this.state = new State(connection, this.collections);
  }

  /** The newest state of the archive; makes an empty one where there is none. Throws StoreError. */
  async look(): Promise<View> {
    return this.see(await this.load());
  }

  /** The same, but null where there is no archive, and none is made. Throws StoreError where there is a part of one. */
  async peek(): Promise<View | null> {
    const missing = await listMissing(this.connection);
    if (missing.length === COLLECTION_NAMES.length) return null;
    if (missing.length > 0) throw new StoreError(incomplete(missing));
    const snapshot = await this.state.load();
    return snapshot && this.see(snapshot);
  }

  private see(snapshot: Snapshot): View {
    // What was counted while a copy was behind may be wrong.
    const token = `${snapshot.token} ${this.connection.absences.areFelt}`;
    if (token !== this.token) {
      this.token = token;
      this.remembered = new Cache(20_000);
      this.articles.clear();
      this.chunks.clear();
    }
    return new View(this, snapshot, this.remembered);
  }

  private async load(): Promise<Snapshot> {
    const known = this.token === '' ? null : await this.state.load();
    if (known !== null) return known;
    await makeCollections(this.connection);
    const made = await this.state.load();
    if (made !== null) return made;
    await this.state.make();
    await this.state.pulse(0);
    return (await this.state.load()) as Snapshot;
  }
}
