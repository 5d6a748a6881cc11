import { randomUUID } from 'node:crypto';
import { StoreError } from '../../domain/errors.js';
import type { EmbeddingModel } from '../../domain/ports.js';
import * as wording from '../../domain/wording/weaviate.js';
import type { Connection } from './connection.js';
import { anyOf, type Condition, equal, idIn, not } from './filter-value.js';
import { toUuid } from './ids.js';
import { addVectorName, type Collections, SCHEMA_VERSION, vectorNameOf } from './schema.js';
import type { Properties } from './stored.js';

const META = toUuid('meta');
const MODEL = toUuid('model');
const PULSE = toUuid('pulse');
/** More than are under way at any time. */
const MOST_CHANGES = 1000;

/**
 * The replacement of what a file held, a removal, or, always pending, new files that are written together. While it is
 * pending, nothing of its epoch is to be seen; from then on nothing of what goes. One object, so that all is seen to change
 * at once.
 */
export type Change = {
  id: string;
  /** The file that is replaced; else empty. */
  path: string;
  /** Once `switched` (a replacement) or `removing`, the objects of files follow; then it is `leaving`: what goes is deleted. */
  state: 'pending' | 'switched' | 'removing' | 'leaving';
  /**
   * Versions of articles, and in a removal that is not yet leaving the objects of files that go with them. Where there is no
   * path, until it is leaving, the files that others are to leave alone: see claimUuid.
   */
  going: readonly string[];
  /** When its writer was last known to be at work, in milliseconds. */
  at: number;
};

/** One look at the archive's own facts. */
export type Snapshot = {
  archiveId: string;
  /** Another one after every change that was brought to its end. */
  token: string;
  lastArrival: number;
  model: EmbeddingModel | null;
  vectorName: string;
  changes: readonly Change[];
};

/** The objects of an archive's state; those of changes by their ids. */
type Facts = Record<'meta' | 'model' | 'pulse', Properties | null> & {
  listed: ReadonlyMap<string, Properties | null>;
};

const PROPERTIES = [
  ...['kind', 'path', 'archiveId', 'model', 'token', 'state', 'schemaVersion', 'dimension'],
  ...['lastArrival', 'at', 'going', 'changes'],
];

export class State {
  /** Changes of this writer, with the time that it wrote last. */
  private readonly own = new Map<string, number>();
  private readonly forgotten = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly collections: Collections,
  ) {}

  /** Throws StoreError where the archive is of another program's version. */
  async load(): Promise<Snapshot | null> {
    const { settings } = this.connection;
    const { state } = this.collections;
    const { meta, model, pulse, listed } = (await state.hasCopies())
      ? await this.loadAgreed()
      : await this.loadListed();
    if (meta === null) return null;
    await this.connection.absences.heed(Number(pulse?.at ?? 0));
    const version = Number(meta.schemaVersion ?? 0);
    if (version !== SCHEMA_VERSION)
      throw new StoreError(wording.otherSchema(settings.prefix, version, SCHEMA_VERSION));
    return {
      archiveId: String(meta.archiveId),
      token: String(pulse?.token ?? ''),
      lastArrival: Number(pulse?.lastArrival ?? 0),
      model: model?.model ? { id: String(model.model), dimension: Number(model.dimension) } : null,
      vectorName: vectorNameOf(Number(model?.at ?? 1)),
      changes: Array.from(listed, ([id, properties]) => toChange(id, properties)).flatMap(
        (change) => change ?? [],
      ),
    };
  }

  /** What a majority of the copies holds: a list is answered by one copy, which may not have heard of the newest changes. */
  private async loadAgreed(): Promise<Facts> {
    const { state } = this.collections;
    const asked = { filter: equal('kind', 'change'), limit: MOST_CHANGES, properties: [] };
    const [meta, model, pulse, changes] = await Promise.all([
      state.load(META),
      state.load(MODEL),
      state.load(PULSE),
      state.find(asked),
    ]);
    const ids = new Set([...changes.map(({ id }) => id), ...underWay(pulse)]);
    const listed = await Promise.all([...ids].map(async (id) => [id, await state.load(id)] as const));
    return { meta, model, pulse, listed: new Map(listed) };
  }

  /** All with one request, where there is one copy. */
  private async loadListed(): Promise<Facts> {
    const found = await this.collections.state.find({ limit: MOST_CHANGES, properties: PROPERTIES });
    const all = new Map(found.map(({ id, properties }) => [id, properties]));
    const of = (id: string) => all.get(id) ?? null;
    const listed = [...all].filter(([, { kind }]) => kind === 'change');
    return { meta: of(META), model: of(MODEL), pulse: of(PULSE), listed: new Map(listed) };
  }

  async make(): Promise<void> {
    await this.put(META, { kind: 'meta', schemaVersion: SCHEMA_VERSION, archiveId: randomUUID() });
  }

  /** Tells readers that what they remember is of the past. */
  async pulse(lastArrival: number): Promise<void> {
    await this.savePulse((before) => ({
      token: randomUUID(),
      lastArrival: Math.max(lastArrival, Number(before?.lastArrival ?? 0)),
    }));
  }

  async saveModel({ vectorName }: Snapshot, model: EmbeddingModel): Promise<void> {
    const at = Number(vectorName.slice(1));
    await this.put(MODEL, { kind: 'model', model: model.id, dimension: model.dimension, at });
  }

  /** Vectors that come from now on are of another name: those of the old one are none. */
  async dropModel({ vectorName }: Snapshot): Promise<void> {
    const at = Number(vectorName.slice(1)) + 1;
    await addVectorName(this.connection, vectorNameOf(at));
    await this.put(MODEL, { kind: 'model', at });
  }

  async saveChange({ id, path, state, going }: Omit<Change, 'at'>): Promise<void> {
    const isNew = !this.own.has(id);
    // No two times of a change are the same: they tell who wrote it.
    const at = Math.max(Date.now(), (this.own.get(id) ?? 0) + 1);
    await this.put(id, { kind: 'change', path, state, going: [...going], at });
    this.own.set(id, at);
    this.forgotten.delete(id);
    // One copy alone tells of it itself.
    if (isNew && (await this.collections.state.hasCopies())) await this.savePulse(() => ({}));
  }

  async loadChange(id: string): Promise<Change | null> {
    return toChange(id, await this.collections.state.load(id));
  }

  /** Whether nobody else has written a change, or brought it to its end, since this writer wrote it. */
  async isOwn(id: string): Promise<boolean> {
    const change = await this.loadChange(id);
    return change !== null && change.at === this.own.get(id);
  }

  /** Its name goes with the next pulse. */
  async forgetChange(id: string): Promise<void> {
    await this.collections.state.removeById(id);
    this.leaveChange(id);
    this.forgotten.add(id);
  }

  /** It is another's. */
  leaveChange(id: string): void {
    this.own.delete(id);
  }

  /**
   * Names the changes that are under way and tells when a node was away. Of two who do so at the same moment one may be
   * overheard: lists tell of changes as well, and both have seen the node away.
   */
  private async savePulse(change: (before: Properties | null) => Properties): Promise<void> {
    const { absences } = this.connection;
    const before = await this.collections.state.load(PULSE);
    await absences.heed(Number(before?.at ?? 0));
    const changes = [...new Set([...underWay(before), ...this.own.keys()])].filter(
      (id) => !this.forgotten.has(id),
    );
    const at = absences.areFelt ? absences.latest : 0;
    await this.put(PULSE, { ...before, kind: 'pulse', ...change(before), changes, at });
  }

  private async put(id: string, properties: Properties): Promise<void> {
    await this.collections.state.put([{ id, properties }], () => 'state');
  }
}

const STATES: readonly Change['state'][] = ['switched', 'removing', 'leaving'];

const underWay = (pulse: Properties | null): string[] => (pulse?.changes as string[] | undefined) ?? [];

function toChange(id: string, properties: Properties | null): Change | null {
  if (properties === null) return null;
  return {
    id,
    path: String(properties.path),
    state: STATES.find((state) => state === properties.state) ?? 'pending',
    going: (properties.going as string[] | undefined) ?? [],
    // Without it nobody would ever take over from its writer.
    at: Number(properties.at ?? 0),
  };
}

/** Lets through what is to be seen; null where all is. A chunk names its article's version, an article is one. */
export function visible(changes: readonly Change[], kind: 'article' | 'chunk'): Condition[] {
  const pending = changes.filter(({ state }) => state === 'pending').map(({ id }) => id);
  const going = changes.flatMap((change) => (change.state === 'pending' ? [] : change.going));
  return [
    ...(pending.length > 0 ? [not(anyOf('epoch', pending))] : []),
    ...(going.length > 0 ? [not(kind === 'article' ? idIn(going) : anyOf('version', going))] : []),
  ];
}
