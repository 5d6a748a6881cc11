import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './connection.js';
import type { Condition } from './filter-value.js';
import { toWhere } from './rest-filter.js';
import { NOT_SEARCHED, type Properties, type Stored } from './stored.js';

type Loaded = { properties: Properties; lastUpdateTimeUnix: number };
type DeleteAnswer = { results: { objects?: { id: string }[] | null } };

/** Objects that are loaded by their ids at the same time. */
const AT_ONCE = 8;

/**
 * What the copies of a collection's objects agree on. A search or a list is answered by one copy of each shard, which may be
 * behind when its node was away; an object by its id is what the consistency level's number of copies holds, the newest.
 */
export class Copies {
  private several: Promise<boolean> | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly name: string,
  ) {}

  /** Whether copies can differ, and the settings want it noticed. */
  areSeveral(): Promise<boolean> {
    this.several ??= this.loadFactor().then(
      (factor) => factor > 1,
      (error: unknown) => {
        this.several = null;
        throw error;
      },
    );
    return this.several;
  }

  async load(id: string): Promise<Properties | null> {
    return (await this.loadWhole(id))?.properties ?? null;
  }

  private async loadWhole(id: string): Promise<Loaded | null> {
    const { consistency } = this.connection.settings;
    const level = (await this.areSeveral()) ? `?consistency_level=${consistency}` : '';
    const path = `/v1/objects/${this.name}/${id}${level}`;
    return this.connection.request<Loaded>('read', path);
  }

  /** Those that are there, without vectors. */
  async loadEach(ids: readonly string[]): Promise<Stored[]> {
    const found: Stored[] = [];
    const waiting = [...ids];
    const work = async () => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        const held = await this.loadWhole(id);
        if (held === null) continue;
        const { properties, lastUpdateTimeUnix: updated } = held;
        found.push({ id, properties, ...NOT_SEARCHED, updated, isAgreed: true });
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, ids.length) }, work));
    return found;
  }

  /**
   * Only what would be deleted is looked up in more than one copy: that is asked for. Not by the library, which takes our
   * ids for wrong ones.
   */
  async listIds(filter: Condition): Promise<string[]> {
    const path = `/v1/batch/objects?consistency_level=${this.connection.settings.consistency}`;
    const body = { match: { class: this.name, where: toWhere(filter) }, dryRun: true, output: 'verbose' };
    const answer = await this.connection.request<DeleteAnswer>('read', path, { method: 'DELETE', body });
    return answer?.results.objects?.map(({ id }) => id) ?? [];
  }

  async remove(id: string): Promise<void> {
    const path = `/v1/objects/${this.name}/${id}?consistency_level=${this.connection.settings.consistency}`;
    await this.connection.request('write', path, { method: 'DELETE' });
  }

  /** Without what only the copy that was asked still has: the others have removed it. */
  async dropStale(found: Stored[]): Promise<Stored[]> {
    const doubtful = found.filter(({ isAgreed }) => !isAgreed).map(({ id }) => id);
    if (doubtful.length === 0 || !(await this.areSeveral())) return found;
    const there = new Set((await this.loadEach(doubtful)).map(({ id }) => id));
    return found.filter(({ id, isAgreed }) => isAgreed || there.has(id));
  }

  private async loadFactor(): Promise<number> {
    if (this.connection.settings.consistency === 'ONE') return 1;
    for (let tries = 1; ; tries++) {
      const held = await this.connection.request<{ replicationConfig?: { factor?: number } }>(
        'read',
        `/v1/schema/${this.name}`,
      );
      if (held !== null) return held.replicationConfig?.factor ?? 1;
      // A node may hear later than others of a collection that was just made.
      if (tries === 20) return 1;
      await sleep(100);
    }
  }
}
