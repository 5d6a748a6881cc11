import { InputError } from '../../src/domain/errors.js';
import { markState } from '../again/look-at-file.js';
import type { Found } from '../files/find-files.js';

/** The files to take in now, with their states; `isMoving` where others are still being written or have only just gone. */
export type Due = { files: Map<string, string>; hasVanished: boolean; isMoving: boolean };

/**
 * Remembers how files lay at earlier looks. One is complete when it has stayed as it is for `quiet` milliseconds, and has
 * vanished when it has been away as long: programs replace a file by removing it first. The time is that of a clock of its
 * own, so that no wrong time on a file, past or future, matters.
 */
export class RestingFiles {
  private readonly moving = new Map<string, { state: string; since: number }>();
  private readonly taken = new Map<string, string>();
  private readonly awaySince = new Map<string, number>();

  constructor(private readonly quiet: number) {}

  async look({ files, roots }: Found, now: number): Promise<Due> {
    const due: Due = { files: new Map(), hasVanished: false, isMoving: false };
    const isThere = new Set<string>();
    for (const { path, problem } of files) {
      const state = problem === null ? await markIfThere(path) : null;
      if (state === null) continue;
      isThere.add(path);
      this.lookAtOne(path, state, now, due);
    }
    for (const path of this.moving.keys()) if (!isThere.has(path)) this.moving.delete(path);
    // Where nothing at all is found the disk may be away.
    if (roots.length > 0) this.lookForVanished(isThere, now, due);
    return due;
  }

  /** So the files lay when they were taken in, or failed to be: they are due again when they change. */
  remember({ files, hasVanished, isMoving }: Due): void {
    for (const [path, state] of files) {
      this.taken.set(path, state);
      this.moving.delete(path);
    }
    if (!hasVanished || isMoving) return;
    for (const path of this.awaySince.keys()) this.taken.delete(path);
    this.awaySince.clear();
  }

  private lookAtOne(path: string, state: string, now: number, due: Due): void {
    if (this.taken.get(path) === state) return;
    const before = this.moving.get(path);
    if (before?.state !== state) this.moving.set(path, { state, since: now });
    if (before?.state === state && now - before.since >= this.quiet) due.files.set(path, state);
    else due.isMoving = true;
  }

  private lookForVanished(isThere: ReadonlySet<string>, now: number, due: Due): void {
    for (const path of this.taken.keys()) {
      if (isThere.has(path)) this.awaySince.delete(path);
      else if (!this.awaySince.has(path)) this.awaySince.set(path, now);
    }
    for (const since of this.awaySince.values()) {
      if (now - since >= this.quiet) due.hasVanished = true;
      else due.isMoving = true;
    }
  }
}

/** null for a file that went between two looks. */
async function markIfThere(path: string): Promise<string | null> {
  return markState(path).catch((error: unknown) => {
    if (error instanceof InputError) return null;
    throw error;
  });
}
