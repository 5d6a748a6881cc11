/** Does the work, but stops waiting for it when the signal aborts. @throws the signal's reason, then. */
export async function untilAborted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = abortion(signal);
  try {
    return await Promise.race([work(), promise]);
  } finally {
    signal.removeEventListener('abort', reject);
  }
}

function abortion(signal: AbortSignal): { promise: Promise<never>; reject: () => void } {
  let reject = () => {};
  const promise = new Promise<never>((_resolve, fail) => {
    reject = () => fail(signal.reason);
  });
  signal.addEventListener('abort', reject, { once: true });
  return { promise, reject };
}
