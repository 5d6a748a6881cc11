/** At most `count` in any stretch of `within` milliseconds. */
export type Limit = { count: number; within: number };

/** Lets calls pass, the first come first, so that the server never sees more than the limit. */
export type Gate = {
  /** Resolves when one more may go out. Rejects with the signal's reason when it aborts before. */
  enter(signal: AbortSignal | undefined): Promise<void>;
  /** The call is over. Its place is free `within` later: it may have arrived as late as now. */
  leave(): void;
  /** Nobody has passed for so long that the gate may be forgotten. */
  isIdle(): boolean;
};

export function createGate({ count, within }: Limit): Gate {
  let free = count;
  const queue: (() => void)[] = [];
  return {
    async enter(signal) {
      signal?.throwIfAborted();
      if (free > 0) {
        free -= 1;
        return;
      }
      await new Promise<void>((pass, fail) => {
        const giveUp = () => {
          queue.splice(queue.indexOf(go), 1);
          fail(signal?.reason);
        };
        const go = () => {
          signal?.removeEventListener('abort', giveUp);
          pass();
        };
        queue.push(go);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
    },
    leave() {
      const freed = () => {
        const next = queue.shift();
        if (next === undefined) free += 1;
        else next();
      };
      // Nobody keeps the process alive for the sake of a free place.
      setTimeout(freed, within).unref();
    },
    isIdle: () => free === count,
  };
}
