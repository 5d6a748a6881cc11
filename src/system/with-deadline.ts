/**
 * Runs the work with a signal that aborts when `signal` does, or with a TimeoutError after so many milliseconds.
 * Not AbortSignal.any over an AbortSignal.timeout: nothing holds the latter, so Node may collect it before its time
 * and the composite never aborts (nodejs/node issue 57736).
 */
export async function withDeadline<Value>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal?.reason);
  const timer = setTimeout(() => stop.abort(new DOMException('too late', 'TimeoutError')), milliseconds);
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) onAbort();
  try {
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
