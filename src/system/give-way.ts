import { constants, setPriority } from 'node:os';

/**
 * From now on this process, with the threads that it starts, gives way to others: a bot on the same machine answers while an
 * ingest keeps all cores busy. There is no way back, so it is for a process that does nothing else. Where the system does
 * not allow it, nothing changes.
 */
export function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The work is done all the same.
  }
}
