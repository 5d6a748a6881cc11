import { setTimeout as wait } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError, type Transformer } from 'grammy';
import { isNeverSent } from './failures.js';
import type { Pace } from './pace.js';

/** Their callers wait themselves (getMe, getUpdates), or nobody waits for them (sendChatAction). */
const LEFT_ALONE = new Set(['getMe', 'getUpdates', 'sendChatAction']);
/** Doing these twice is the same as once, so they are repeated after any loss of the connection. */
const REPEATABLE = new Set([
  'answerCallbackQuery',
  'answerInlineQuery',
  'editMessageText',
  'setMyCommands',
  'deleteWebhook',
  'setWebhook',
]);

const ATTEMPTS = 5;
/** A group's limit of 20 messages a minute asks for at most 60 seconds. */
const LONGEST_RETRY_AFTER = 90;

/**
 * Calls again what the server refused for now: 429 after the time that it asks for, 5xx, and connections that
 * were never made. A send whose connection broke half-way is not repeated: it may have arrived, and twice is
 * worse.
 */
export function createResend(pace: Pace): Transformer {
  const obeyLimits = autoRetry({
    maxRetryAttempts: ATTEMPTS,
    maxDelaySeconds: LONGEST_RETRY_AFTER,
    rethrowInternalServerErrors: true,
    rethrowHttpErrors: true,
  });
  return async (previous, method, payload, signal) => {
    if (LEFT_ALONE.has(method)) return previous(method, payload, signal);
    for (let attempt = 1; ; attempt++) {
      const last = attempt === ATTEMPTS || signal?.aborted === true;
      try {
        const response = await obeyLimits(previous, method, payload, signal);
        if (last || response.ok || response.error_code < 500) return response;
      } catch (error) {
        if (last || !mayRepeat(method, error)) throw error;
      }
      await wait(Math.min(pace.retryWait * 2 ** (attempt - 1), pace.retryLimit));
    }
  };
}

function mayRepeat(method: string, error: unknown): boolean {
  return isNeverSent(error) || (REPEATABLE.has(method) && error instanceof HttpError);
}
