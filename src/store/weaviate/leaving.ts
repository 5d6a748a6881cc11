import { setTimeout as sleep } from 'node:timers/promises';
import { goOn } from './changes.js';
import { removeUnheld } from './remove-versions.js';
import type { Change } from './state.js';
import type { WriteSession } from './write-session.js';

/**
 * Whoever searched before a change was seen loads what he found after it, in milliseconds; later where his node dies in
 * between.
 */
export const GRACE: Grace = { usual: 1000, afterAbsence: 10_000 };

export type Grace = { usual: number; afterAbsence: number };

type Left = { changeId: string; versions: readonly string[]; since: number };

/** What was replaced or removed is not to be seen any more, and goes a little later. */
export class Leaving {
  private waiting: Left[] = [];

  constructor(
    private readonly writing: WriteSession,
    private readonly times: Grace,
  ) {}

  private get grace(): number {
    return this.writing.connection.absences.areFelt ? this.times.afterAbsence : this.times.usual;
  }

  /** The files have followed a change: what goes is all that is left of it. Throws StoreError where it is another's now. */
  async add(change: Omit<Change, 'at' | 'state'>): Promise<void> {
    const { id, path, going } = change;
    if (going.length === 0) return this.writing.state.forgetChange(id);
    await goOn(this.writing, { ...change, state: 'leaving' }, path);
    this.waiting.push({ changeId: id, versions: going, since: Date.now() });
  }

  /** Removes what has waited long enough. */
  async settle(): Promise<void> {
    const now = Date.now();
    await this.remove(this.waiting.filter(({ since }) => now - since >= this.grace));
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
      const { state } = this.writing;
      // Who took it over has deleted them, and they may be back.
      if (await state.isOwn(left.changeId)) {
        await removeUnheld(this.writing, left.versions);
        await state.forgetChange(left.changeId);
      } else state.leaveChange(left.changeId);
      this.waiting = this.waiting.filter((one) => one !== left);
    }
  }
}
