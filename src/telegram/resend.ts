import { setTimeout as wait } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError, type Transformer } from 'grammy';
import type { ApiError } from 'grammy/types';
import { isNeverSent } from './failures.js';
import type { Pace } from './pace.js';

/** Their callers wait themselves (getMe, getUpdates), or nobody waits for them (sendChatAction). */
const LEFT_ALONE = new Set(['getMe', 'getUpdates', 'sendChatAction']);
/** Doing these twice is the same as once, so they are repeated after any loss of the connection. */
const REPEATABLE = new Set([
  'answerCallbackQuery',
  'answerInlineQuery',
  'editMessageText',
  'editMessageReplyMarkup',
  'deleteMessage',
  'setMyCommands',
  'deleteWebhook',
  'setWebhook',
]);

const ATTEMPTS = 5;
/** A group's limit of 20 messages a minute asks for at most 60 seconds; who flooded a chat waits for minutes. */
const LONGEST_RETRY_AFTER = 600;

/**
 * Calls again what the server refused for now: 429 after the time that it asks for; 5xx, pages of a gateway, and
 * connections that were never made, until the outage is over. A send whose connection broke half-way is not repeated: it may have arrived, and twice
 * is worse. A call that brings its own signal is its caller's to repeat.
 */
export function createResend(pace: Pace, alive: AbortSignal): Transformer {
  const obeyLimits = autoRetry({
    maxRetryAttempts: ATTEMPTS,
    maxDelaySeconds: LONGEST_RETRY_AFTER,
    rethrowInternalServerErrors: true,
    rethrowHttpErrors: true,
  });
  return async (previous, method, payload, signal) => {
    const isCallers = signal !== undefined && (signal as unknown) !== alive;
    if (LEFT_ALONE.has(method) || isCallers) return previous(method, payload, signal);
    const deadline = Date.now() + pace.sendWithin;
    for (let attempt = 1; ; attempt++) {
      const late = Date.now() > deadline || signal?.aborted === true;
      try {
        const response = await obeyLimits(previous, method, payload, signal);
        if (late || response.ok || !isForNow(response)) return response;
      } catch (error) {
        if (late || !mayRepeat(method, error, attempt)) throw error;
      }
      const pause = Math.min(pace.retryWait * 2 ** (attempt - 1), pace.retryLimit);
      await wait(pause, undefined, signal ? { signal: signal as AbortSignal } : {});
    }
  };
}

/** An outage, or a refusal for now that does not say how long. */
function isForNow({ error_code, parameters }: ApiError): boolean {
  return error_code >= 500 || (error_code === 429 && parameters?.retry_after === undefined);
}

function mayRepeat(method: string, error: unknown, attempt: number): boolean {
  return isNeverSent(error) || (REPEATABLE.has(method) && error instanceof HttpError && attempt < ATTEMPTS);
}
