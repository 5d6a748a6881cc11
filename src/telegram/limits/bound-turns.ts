import type { Context, MiddlewareFn } from 'grammy';
import * as wording from '../../domain/wording/telegram-running.js';
import type { BotParts } from '../bot-parts.js';
import { concernsBot } from '../inbox/concerns.js';
import { isLongAgo } from '../inbox/long-ago.js';
import { sayInContext } from '../say-in-context.js';
import { createHourlyLimit } from './hourly-limit.js';

/** Turns of one person in a chat, and of one group, that may wait: whatever one sends, the others are not held up. */
const WAITING_OF_SENDER = 8;
const WAITING_OF_CHAT = 24;

/**
 * Lets so many turns of a person and of a chat wait for their answer. What comes on top is told so once, until the queue
 * has emptied, and is not answered. Stands before the queues of the chats.
 */
export function createBoundTurns(parts: BotParts): MiddlewareFn {
  const waiting = new Map<string, number>();
  const told = new Set<string>();
  const hourly = createHourlyLimit(parts);

  return async (ctx, next) => {
    // What waited through an outage is not answered one by one, and is no flood of its sender's.
    const now = parts.now();
    const takenAt = parts.inbox.current()?.left?.takenAt ?? now;
    if (!concernsBot(ctx.update, ctx.me) || isLongAgo(ctx.update, takenAt, now)) return next();
    const refusal = hourly(ctx);
    if (refusal !== null) return refusal === '' ? undefined : sayInContext(ctx, refusal, parts);
    const keys = keysOf(ctx);
    const full = keys.find(([key, limit]) => (waiting.get(key) ?? 0) >= limit)?.[0];
    if (full !== undefined) return refuse(ctx, full);
    for (const [key] of keys) waiting.set(key, (waiting.get(key) ?? 0) + 1);
    try {
      await next();
    } finally {
      for (const [key] of keys) leave(key);
    }
  };

  /** Without an answer a pressed button keeps turning; who writes too much is told once. */
  async function refuse(ctx: Context, full: string): Promise<void> {
    if (ctx.callbackQuery !== undefined) {
      await ctx
        .answerCallbackQuery(wording.answerOthersFirst())
        .catch((error: unknown) => parts.log.debug({ error }, 'button not answered'));
    } else if (!told.has(full)) {
      told.add(full);
      await sayInContext(ctx, wording.answerOthersFirst(), parts);
    }
  }

  function leave(key: string): void {
    const left = (waiting.get(key) ?? 0) - 1;
    if (left > 0) waiting.set(key, left);
    else {
      waiting.delete(key);
      told.delete(key);
    }
  }
}

/** Presses count beside messages: a button may well be there to end what makes the messages wait. */
function keysOf(ctx: Context): [key: string, limit: number][] {
  const what = ctx.callbackQuery === undefined ? 'messages' : 'presses';
  return [
    [`${what} of ${ctx.from?.id} in ${ctx.chat?.id}`, WAITING_OF_SENDER],
    [`${what} in ${ctx.chat?.id}`, WAITING_OF_CHAT],
  ];
}
