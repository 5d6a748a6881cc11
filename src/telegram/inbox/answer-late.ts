import type { Context, MiddlewareFn } from 'grammy';
import * as wording from '../../domain/wording/telegram-running.js';
import type { BotParts } from '../bot-parts.js';
import { sayInContext } from '../say-in-context.js';
import { concernsBot } from './concerns.js';
import { isLongAgo, OLDEST_QUESTION } from './long-ago.js';

/** What was begun so often and never ended may be what ends the program: once more would be for ever. */
const RESTARTS = 2;

/**
 * What comes too late is not answered: an update whose answer may have arrived before the program was interrupted gets a
 * sentence that says so, messages of long ago one apology a chat.
 */
export function createAnswerLate(parts: BotParts): MiddlewareFn {
  const apologised = new Map<number, Date>();

  /** One a chat, instead of a flood of late answers. */
  const apologise = async (ctx: Context) => {
    const chatId = ctx.chat?.id ?? 0;
    const last = apologised.get(chatId);
    if (last !== undefined && parts.now().getTime() - last.getTime() < OLDEST_QUESTION) return;
    apologised.set(chatId, parts.now());
    await sayInContext(ctx, wording.wasAway(), parts);
  };

  return async (ctx, next) => {
    if (!concernsBot(ctx.update, ctx.me)) return next();
    const work = parts.inbox.current();
    const left = work?.left;
    if (left?.perhapsAnswered === true) return sayInContext(ctx, wording.perhapsAnswered(), parts);
    const now = parts.now();
    if (isLongAgo(ctx.update, left?.takenAt ?? now, now)) {
      // An edit of long ago changes a question that is apologised for by itself.
      return ctx.message === undefined ? undefined : apologise(ctx);
    }
    if (left && left.restarts >= RESTARTS) return sayInContext(ctx, wording.givenUp(), parts);
    if (left) work.restart();
    return next();
  };
}
