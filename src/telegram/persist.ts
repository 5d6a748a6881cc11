import { setTimeout as wait } from 'node:timers/promises';
import { TelegramError } from '../domain/errors.js';
import type { Log } from '../domain/ports.js';
import * as wording from '../domain/wording/telegram.js';
import { isConflict, isTokenRefused, refusalReason, retryAfter } from './failures.js';
import type { Pace } from './pace.js';

/**
 * Calls until it succeeds: waits while another program polls (409), while the server asks for patience (429)
 * or is out of reach, and says so once.
 * @throws TelegramError when the token or the call is refused; the signal's reason when it aborts.
 */
export async function persist<T>(
  call: () => Promise<T>,
  { pace, log, signal }: { pace: Pace; log: Log; signal: AbortSignal },
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      const value = await call();
      if (failures > 0) log.info({}, wording.pollingAgain());
      return value;
    } catch (error) {
      signal.throwIfAborted();
      if (isTokenRefused(error)) throw new TelegramError(wording.tokenRefused());
      const reason = refusalReason(error);
      if (reason !== null) throw new TelegramError(wording.requestRefused(reason));
      if (failures === 0) log.warn({ error }, describe(error, pace));
      await wait(waitAfter(error, failures, pace), undefined, { signal });
    }
  }
}

function describe(error: unknown, pace: Pace): string {
  return isConflict(error) ? wording.anotherPoller(pace.conflictWait / 1000) : wording.unreachable();
}

function waitAfter(error: unknown, failures: number, pace: Pace): number {
  if (isConflict(error)) return pace.conflictWait;
  const asked = retryAfter(error);
  return asked === null ? Math.min(pace.retryWait * 2 ** failures, pace.retryLimit) : asked * 1000;
}
