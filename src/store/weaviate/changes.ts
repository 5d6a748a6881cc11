import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../../domain/errors.js';
import { takenOver } from '../../domain/wording/weaviate.js';
import { claimUuid } from './ids.js';
import type { View } from './read-session.js';
import { LOOK_AGAIN, recover, STALE } from './recovery.js';
import type { Change, Snapshot } from './state.js';
import type { WriteSession } from './write-session.js';

/** Of writers that are gone. */
export const findUnfinished = ({ changes }: Snapshot): Change[] => changes.filter(isStale);

const isStale = ({ at }: Change) => Date.now() - at > STALE;

/** Brings to an end what writers that are gone have left half done; tells how many changes that were. */
export async function recoverChanges(writing: WriteSession): Promise<number> {
  const unfinished = findUnfinished((await writing.look()).snapshot);
  for (const change of unfinished) await recover(writing, change);
  return unfinished.length;
}

/** Returns when no change that is asked for is under way; those of writers that are gone are brought to their end. */
async function awaitChanges(writing: WriteSession, isAsked: (change: Change) => boolean): Promise<View> {
  for (;;) {
    const view = await writing.look();
    const other = view.snapshot.changes.find(isAsked);
    if (other === undefined) return view;
    if (isStale(other)) await recover(writing, other);
    // Its writer may be waiting for what this one lets go.
    else if (!(await writing.leaving.settleAll())) await sleep(LOOK_AGAIN);
  }
}

/** Whether the objects of any of the files are still to follow. */
function concerns({ path, state, going }: Change, paths: readonly string[]): boolean {
  if (state === 'leaving') return false;
  return paths.some((one) => one === path || going.includes(claimUuid(one)));
}

/** Returns when no change of the file is under way. */
export const awaitFile = (writing: WriteSession, path: string): Promise<View> =>
  awaitChanges(writing, (change) => concerns(change, [path]));

/** Returns when nobody is about to delete any of the versions: what came back before it is gone would go with it. */
export function awaitVersions(writing: WriteSession, versions: readonly string[]): Promise<View> {
  const wanted = new Set(versions);
  return awaitChanges(
    writing,
    ({ state, going }) => state !== 'pending' && going.some((version) => wanted.has(version)),
  );
}

/**
 * Begins a change of these files when no other of any of them is under way: of two who begin at the same moment one at
 * least sees the other, and steps back. What a file holds is to be read after that.
 */
export async function beginChange(
  writing: WriteSession,
  change: Pick<Change, 'id' | 'path' | 'going'>,
  paths: readonly string[],
): Promise<void> {
  const isOther = (other: Change) => other.id !== change.id && concerns(other, paths);
  for (;;) {
    await writing.state.saveChange({ ...change, state: 'pending' });
    const isAlone = await writing.look().then(
      ({ snapshot }) => !snapshot.changes.some(isOther),
      async (error: unknown) => {
        await writing.state.forgetChange(change.id).catch(() => {});
        throw error;
      },
    );
    if (isAlone) return;
    await writing.state.forgetChange(change.id);
    await sleep(LOOK_AGAIN * Math.random());
    await awaitChanges(writing, isOther);
  }
}

/**
 * Writes that the own change goes on, or has come so far. Throws StoreError where this writer was not heard of for so long
 * that another has taken its change for left behind: what it holds is no more what was written.
 */
export async function goOn(writing: WriteSession, change: Omit<Change, 'at'>, path: string): Promise<void> {
  if (!(await writing.state.isOwn(change.id))) throw new StoreError(takenOver(path));
  await writing.state.saveChange(change);
}
