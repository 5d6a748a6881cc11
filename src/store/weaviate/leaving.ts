import { setTimeout as sleep } from 'node:timers/promises';
import type { Absences } from './absences.js';
import { cutInto } from './cut-batches.js';
import { anyOf, idIn } from './filter-value.js';
import type { Collections } from './schema.js';
import type { State } from './state.js';

/**
 * Whoever searched before a change was seen loads what he found after it, in milliseconds; later where his node dies in
 * between.
 */
export const GRACE: Grace = { usual: 1000, afterAbsence: 10_000 };

export type Grace = { usual: number; afterAbsence: number };

type Left = { changeId: string; path: string; versions: readonly string[]; since: number };

/** What others have taken the place of is not to be seen any more, and goes a little later. */
export class Leaving {
  private waiting: Left[] = [];

  constructor(
    private readonly collections: Collections,
    private readonly state: State,
    private readonly absences: Absences,
    private readonly times: Grace,
  ) {}

  private get grace(): number {
    return this.absences.areFelt ? this.times.afterAbsence : this.times.usual;
  }

  add(changeId: string, path: string, versions: readonly string[]): void {
    this.waiting.push({ changeId, path, versions, since: Date.now() });
  }

  /** Removes what has waited long enough, and all that a file has left. */
  async settle(path: string): Promise<void> {
    const now = Date.now();
    await this.remove(this.waiting.filter((left) => left.path === path || now - left.since >= this.grace));
  }

  /** Removes all when it has waited long enough; true where there was any. */
  async settleAll(): Promise<boolean> {
    const last = this.waiting.at(-1);
    if (last === undefined) return false;
    await sleep(Math.max(0, last.since + this.grace - Date.now()));
    await this.remove(this.waiting);
    return true;
  }

  private async remove(some: readonly Left[]): Promise<void> {
    for (const left of some) {
      await removeVersions(this.collections, left.versions);
      await this.state.forgetChange(left.changeId);
      this.waiting = this.waiting.filter((one) => one !== left);
    }
  }
}

/** An article goes before its chunks: what is found of it then leads nowhere, and is left out. */
export async function removeVersions(
  { articles, chunks }: Collections,
  versions: readonly string[],
): Promise<void> {
  for (const some of cutInto(versions, 500)) {
    await articles.remove(idIn(some));
    await chunks.remove(anyOf('version', some));
  }
}
