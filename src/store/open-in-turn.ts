import { setTimeout } from 'node:timers/promises';
import { ArchiveBusyError } from '../domain/errors.js';
import type { Waiting } from '../domain/ingest-watch.js';
import type { ArchiveWriter } from '../domain/ports.js';
import { waitedInVain, waitingForWriter } from '../domain/wording/store.js';

/** An ingest takes minutes, a first one with vectors hours: a second one waits for the former alone. Milliseconds. */
const LONGEST = 10 * 60_000;
const TRY_EVERY = 250;

/**
 * Opens the archive for writing, as soon as whoever writes now has ended. The lock is free at once when its holder is
 * killed, so that nothing waits in vain.
 * @throws ArchiveBusyError when it takes too long; the signal's reason when it aborts.
 */
export async function openInTurn(
  open: () => Promise<ArchiveWriter>,
  { onWait, signal }: Waiting,
  longest = LONGEST,
): Promise<ArchiveWriter> {
  const minutes = longest / 60_000;
  const began = performance.now();
  for (let tries = 0; ; tries++) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof ArchiveBusyError)) throw error;
      if (performance.now() - began >= longest)
        throw new ArchiveBusyError(waitedInVain(minutes, error.message), {
          cause: error,
          holder: error.holder,
        });
      if (tries === 0) onWait?.(waitingForWriter(error.holder, minutes));
    }
    await setTimeout(TRY_EVERY, undefined, signal ? { signal } : {});
  }
}
