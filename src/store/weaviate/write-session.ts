import type { PreparedArticle } from '../../domain/ports.js';
import { Arrivals } from './arrivals.js';
import type { Connection } from './connection.js';
import { FileRecords } from './file-records.js';
import { GRACE, type Grace, Leaving } from './leaving.js';
import { toArticleObject, toChunkObjects } from './objects.js';
import { ReadSession, type View } from './read-session.js';
import type { Collections } from './schema.js';
import type { State } from './state.js';
import type { NewObject } from './stored.js';

/** A version of an article on its way in. */
export type Entry = {
  prepared: PreparedArticle;
  version: string;
  arrival: number;
  epoch: string;
  /** Of an earlier version with the same text, by the places of their chunks. */
  vectors: Map<string, readonly number[]> | null;
};

/** What all parts of a writer share. */
export class WriteSession {
  readonly session: ReadSession;
  readonly files: FileRecords;
  readonly leaving: Leaving;

  private constructor(
    readonly connection: Connection,
    session: ReadSession,
    readonly arrivals: Arrivals,
    grace: Grace,
  ) {
    this.session = session;
    this.files = new FileRecords(session.collections);
    this.leaving = new Leaving(session.collections, session.state, connection.absences, grace);
  }

  /** Throws StoreError. */
  static async open(connection: Connection, grace = GRACE): Promise<WriteSession> {
    const session = new ReadSession(connection, true);
    const { snapshot } = await session.look();
    return new WriteSession(connection, session, new Arrivals(snapshot.lastArrival), grace);
  }

  get collections(): Collections {
    return this.session.collections;
  }

  get state(): State {
    return this.session.state;
  }

  look(): Promise<View> {
    return this.session.look();
  }

  /** Chunks first: an article is listed when it can be found. */
  async put(entries: readonly Entry[]): Promise<void> {
    const nameOf = ({ properties }: NewObject) => String(properties.articleId);
    const { snapshot } = await this.look();
    await this.watch();
    await this.collections.chunks.put(
      entries.flatMap((entry) => toChunks(entry, snapshot.vectorName)),
      nameOf,
    );
    const articles = entries.map((entry) => toArticleObject(entry.prepared, entry));
    await this.collections.articles.put(articles, nameOf);
    await this.watch();
  }

  /** Of what is written now a node that is away has nothing. */
  async watch(): Promise<void> {
    if (await this.collections.state.hasCopies()) await this.connection.absences.look();
  }

  /** Brings to its end what was left for later. */
  async settle(): Promise<void> {
    if (await this.leaving.settleAll()) await this.pulse();
  }

  /** Tells readers that something has changed. */
  async pulse(): Promise<void> {
    await this.watch();
    await this.state.pulse(this.arrivals.latest);
  }
}

function toChunks({ prepared, vectors, ...entry }: Entry, vectorName: string): NewObject[] {
  return toChunkObjects(prepared, entry).map((object) => {
    const { start, end } = object.properties;
    const values = vectors?.get(`${start} ${end}`);
    if (values === undefined) return object;
    const properties = { ...object.properties, embeddedAs: vectorName };
    return { ...object, properties, vector: { name: vectorName, values } };
  });
}
