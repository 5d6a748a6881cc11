import { StoreError } from '../../domain/errors.js';
import type { PreparedArticle } from '../../domain/ports.js';
import { takenOver } from '../../domain/wording/weaviate.js';
import { Arrivals } from './arrivals.js';
import { awaitVersions } from './changes.js';
import type { Connection } from './connection.js';
import { type FileRecord, FileRecords } from './file-records.js';
import { GRACE, type Grace, Leaving } from './leaving.js';
import { markLacking } from './mark-lacking.js';
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
  /** The chunks that were listed last to get a vector: their objects by their numbers, which two may share. */
  listed: ReadonlyMap<number, string> = new Map();

  private constructor(
    readonly connection: Connection,
    session: ReadSession,
    readonly arrivals: Arrivals,
    grace: Grace,
  ) {
    this.session = session;
    this.files = new FileRecords(session.collections);
    this.leaving = new Leaving(this, grace);
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
    const { snapshot } = await awaitVersions(
      this,
      entries.map(({ version }) => version),
    );
    await this.leaving.settle();
    await this.watch();
    await this.collections.chunks.put(
      entries.flatMap((entry) => toChunks(entry, snapshot.vectorName)),
      nameOf,
    );
    const articles = entries.map((entry) => toArticleObject(entry.prepared, entry));
    await this.collections.articles.put(articles, nameOf);
    await this.watch();
  }

  /**
   * Of files that were just written. Throws StoreError where another process has taken out any of their articles meanwhile:
   * such a file is read again.
   */
  async checkFiles(records: readonly FileRecord[]): Promise<void> {
    const [path] = await markLacking(
      this,
      records.flatMap(({ articles }) => articles),
    );
    if (path !== undefined) throw new StoreError(takenOver(path));
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
