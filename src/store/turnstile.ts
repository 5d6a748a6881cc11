/** Lets one through at a time; a second caller is a bug in the caller, not something to wait for. */
export function createTurnstile() {
  let isTaken = false;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (isTaken) throw new Error('The archive writer was called while an earlier call had not ended.');
    isTaken = true;
    try {
      return await work();
    } finally {
      isTaken = false;
    }
  };
}
