/** At most `count` in any stretch of `within` milliseconds, and none sooner than `apart` after the one before. */
export type Limit = { count: number; within: number; apart?: number };

/** Lets calls pass, the first come first, so that the server never sees more than the limit. */
export type Gate = {
  /** Resolves when one more may go out. Rejects with the signal's reason when it aborts before. */
  enter(signal: AbortSignal | undefined): Promise<void>;
  /** The call is over. Its place is free `within` later: it may have arrived as late as now; at once where it was none. */
  leave(hadEffect?: boolean): void;
  /** Nobody has passed for so long that the gate may be forgotten. */
  isIdle(): boolean;
};

export function createGate({ count, within, apart = 0 }: Limit): Gate {
  let free = count;
  let nextPass = 0;
  let isTimed = false;
  const queue: (() => void)[] = [];

  const letPass = () => {
    while (queue.length > 0 && free > 0) {
      const rest = nextPass - performance.now();
      if (rest > 0) {
        if (!isTimed) setTimeout(passLater, Math.ceil(rest));
        isTimed = true;
        return;
      }
      free -= 1;
      nextPass = performance.now() + apart;
      queue.shift()?.();
    }
  };

  const passLater = () => {
    isTimed = false;
    letPass();
  };

  return {
    async enter(signal) {
      signal?.throwIfAborted();
      await new Promise<void>((pass, fail) => {
        const giveUp = () => {
          queue.splice(queue.indexOf(go), 1);
          fail(signal?.reason);
        };
        const go = () => {
          signal?.removeEventListener('abort', giveUp);
          pass();
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        queue.push(go);
        letPass();
      });
    },
    leave(hadEffect = true) {
      const freed = () => {
        free += 1;
        letPass();
      };
      if (!hadEffect) return freed();
      // Nobody keeps the process alive for the sake of a free place.
      setTimeout(freed, within).unref();
    },
    isIdle: () => free === count,
  };
}
