import { randomUUID } from 'node:crypto';
import { StoreError } from '../../domain/errors.js';
import type { EmbeddingModel } from '../../domain/ports.js';
import * as wording from '../../domain/wording/weaviate.js';
import type { Connection } from './connection.js';
import { anyOf, type Condition, idIn, not } from './filter-value.js';
import { toUuid } from './ids.js';
import { addVectorName, type Collections, SCHEMA_VERSION, vectorNameOf } from './schema.js';
import type { Properties } from './stored.js';

const META = toUuid('meta');
const MODEL = toUuid('model');
const PULSE = toUuid('pulse');
/** More than are under way at any time. */
const MOST_STATES = 1000;

/**
 * The replacement of what a file held. While it is pending, nothing of its epoch is to be seen; once it is switched,
 * nothing of what goes. One object, so that all is seen to change at once.
 */
export type Change = {
  id: string;
  path: string;
  state: 'pending' | 'switched';
  /** Versions of articles. */
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

export class State {
  constructor(
    private readonly connection: Connection,
    private readonly collections: Collections,
  ) {}

  /** Throws StoreError where the archive is of another program's version. */
  async load(): Promise<Snapshot | null> {
    const { settings } = this.connection;
    const found = await this.collections.state.find({ limit: MOST_STATES, properties: PROPERTIES });
    const of = (id: string) => found.find((one) => one.id === id)?.properties;
    const meta = of(META);
    if (meta === undefined) return null;
    const version = Number(meta.schemaVersion);
    if (version !== SCHEMA_VERSION)
      throw new StoreError(wording.otherSchema(settings.prefix, version, SCHEMA_VERSION));
    const [model, pulse] = [of(MODEL), of(PULSE)];
    return {
      archiveId: String(meta.archiveId),
      token: String(pulse?.token ?? ''),
      lastArrival: Number(pulse?.lastArrival ?? 0),
      model: model?.model ? { id: String(model.model), dimension: Number(model.dimension) } : null,
      vectorName: vectorNameOf(Number(model?.at ?? 1)),
      changes: found.filter(({ properties }) => properties.kind === 'change').map(toChange),
    };
  }

  async make(): Promise<void> {
    await this.put(META, { kind: 'meta', schemaVersion: SCHEMA_VERSION, archiveId: randomUUID() });
  }

  /** Tells readers that what they remember is of the past. */
  async pulse(lastArrival: number): Promise<void> {
    await this.put(PULSE, { kind: 'pulse', token: randomUUID(), lastArrival });
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

  async saveChange(change: Omit<Change, 'at'>): Promise<void> {
    const { id, path, state, going } = change;
    await this.put(id, { kind: 'change', path, state, going: [...going], at: Date.now() });
  }

  async forgetChange(id: string): Promise<void> {
    await this.collections.state.removeById(id);
  }

  private async put(id: string, properties: Properties): Promise<void> {
    await this.collections.state.put([{ id, properties }], () => 'state');
  }
}

const PROPERTIES = [
  ...['kind', 'path', 'archiveId', 'model', 'token', 'state'],
  ...['schemaVersion', 'dimension', 'lastArrival', 'at', 'going'],
];

function toChange({ id, properties }: { id: string; properties: Properties }): Change {
  return {
    id,
    path: String(properties.path),
    state: properties.state === 'switched' ? 'switched' : 'pending',
    going: (properties.going as string[] | undefined) ?? [],
    at: Number(properties.at),
  };
}

/** Lets through what is to be seen; null where all is. A chunk names its article's version, an article is one. */
export function visible(changes: readonly Change[], kind: 'article' | 'chunk'): Condition[] {
  const pending = changes.filter(({ state }) => state === 'pending').map(({ id }) => id);
  const going = changes.flatMap((change) => (change.state === 'switched' ? change.going : []));
  return [
    ...(pending.length > 0 ? [not(anyOf('epoch', pending))] : []),
    ...(going.length > 0 ? [not(kind === 'article' ? idIn(going) : anyOf('version', going))] : []),
  ];
}
