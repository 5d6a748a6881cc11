/** What a server sends beside its status. */
type Refusal = { status: unknown; headers: unknown };

/** Where a server that is busy or out of order does not say how long to wait, milliseconds. */
const USUAL_PAUSE = 1000;

/**
 * How long to wait before a failed request is made once more (milliseconds); null where that would not help, or where
 * the server asks for a longer wait than `longest`: a person waits for the answer, and the extracts are at hand.
 */
export function retryPause(error: unknown, longest: number, now: number): number | null {
  if (typeof error !== 'object' || error === null) return null;
  const { status, headers } = error as Refusal;
  if (status === undefined) return wasCutOff(error) ? 0 : null;
  if (status !== 429 && !(typeof status === 'number' && status >= 500)) return null;
  const asked = headers instanceof Headers ? readRetryAfter(headers, now) : null;
  const pause = asked ?? Math.min(USUAL_PAUSE, longest);
  return pause <= longest ? pause : null;
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3), milliseconds; null where there is none that can be read. */
function readRetryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** The connection was there and broke: a server that is restarted, a connection kept open too long. */
function wasCutOff(error: object): boolean {
  let at: unknown = error;
  for (let depth = 0; depth < 5 && at instanceof Error; depth++) {
    const { code } = at as NodeJS.ErrnoException;
    if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET') return true;
    at = at.cause;
  }
  return false;
}
