import type { MiddlewareFn } from 'grammy';
import type { CallbackQuery } from 'grammy/types';
import * as wording from '../domain/wording/telegram.js';
import { isAllowed } from './admission.js';
import type { BotParts } from './bot-parts.js';
import type { Action } from './buttons/action.js';
import { HANDLERS, type Toast } from './buttons/table.js';

/** Telegram forgets a press after minutes, and so does who pressed; in milliseconds. */
const OLDEST_PRESS = 300_000;

/**
 * Answers each pressed button, which keeps turning otherwise, and lets pass what is to be done for it. Stands before the
 * queues of the chats: Telegram takes the answer for some seconds only, and the chat may be busy for longer.
 */
export function createAnswerPresses(parts: BotParts): MiddlewareFn {
  return async (ctx, next) => {
    const pressed = ctx.callbackQuery;
    if (pressed === undefined) return next();
    const left = parts.inbox.current()?.left;
    if (left && parts.now().getTime() - left.takenAt.getTime() > OLDEST_PRESS) return;
    const action = isAllowed(pressed.from.id, parts) ? findAction(pressed, parts) : undefined;
    const answered = ctx.api
      .answerCallbackQuery(pressed.id, answerOf(action, pressed, parts))
      .catch((error: unknown) => parts.log.debug({ error }, 'button not answered'));
    // Not one after the other: what comes later in this chat must not overtake it.
    await Promise.all([answered, action ? next() : undefined]);
  };
}

/** undefined: the person is not let in; null: a forged or foreign button, or one that was forgotten. */
function answerOf(action: Action | null | undefined, pressed: CallbackQuery, parts: BotParts): Toast {
  if (action === undefined) return { text: wording.pairInPrivate(), show_alert: true };
  if (action === null) return { text: wording.buttonExpired(), show_alert: true };
  const presser = { userId: pressed.from.id, chatId: pressed.message?.chat.id ?? 0, parts };
  return HANDLERS[action.kind].toast?.(presser, action as never) ?? {};
}

/** What the button does; null where it was never given out in this chat, or is forgotten. */
export function findAction({ message, data }: CallbackQuery, { store }: BotParts): Action | null {
  if (message === undefined || data === undefined) return null;
  const kept = store.presses.find(message.chat.id, data);
  return kept === null ? null : (JSON.parse(kept) as Action);
}
