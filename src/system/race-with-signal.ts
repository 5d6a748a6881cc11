/**
 * The promise, or the signal's reason as a rejection, whichever comes first. The promise itself goes on:
 * it is for what cannot be stopped in any other way.
 */
export async function raceWithSignal<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  // Whoever loses may reject later, when nobody listens any more.
  promise.catch(() => {});
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
