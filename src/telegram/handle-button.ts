import type { Context } from 'grammy';
import type { CallbackQuery, Message } from 'grammy/types';
import * as wording from '../domain/wording/telegram.js';
import { isAllowed } from './admission.js';
import type { BotParts } from './bot-parts.js';
import type { Action } from './buttons/action.js';
import { HANDLERS, type Toast } from './buttons/table.js';
import { createTurn } from './create-turn.js';
import { placeOf } from './place.js';
import { stopWhenShutOut } from './shut-out.js';
import { withApology } from './with-apology.js';

/** A pressed button does what it was sent for, for people who are let in; a forged or foreign press does nothing. */
export async function handleButton(ctx: Context, pressed: CallbackQuery, parts: BotParts): Promise<void> {
  const { from } = pressed;
  const message = pressed.message as Message | undefined;
  const action = message && findAction(message.chat.id, pressed.data, parts);
  const refused = isAllowed(from.id, parts)
    ? action
      ? null
      : wording.buttonExpired()
    : wording.pairInPrivate();
  // Without an answer the button keeps turning; the press expires after some seconds, so it comes first.
  await ctx.api
    .answerCallbackQuery(
      pressed.id,
      refused === null ? toastOf(action, pressed, parts) : { text: refused, show_alert: true },
    )
    .catch((error: unknown) => parts.log.debug({ error }, 'button not answered'));
  if (refused !== null || !action || !message) return;
  stopWhenShutOut(ctx, () => isAllowed(from.id, parts));
  const turn = createTurn(ctx, from, placeOf(message), parts);
  await withApology(turn, () => HANDLERS[action.kind].press({ ...turn, message }, action as never));
}

function toastOf(action: Action | null | undefined, pressed: CallbackQuery, parts: BotParts): Toast {
  const toast = action ? HANDLERS[action.kind].toast : undefined;
  return (
    toast?.({ userId: pressed.from.id, chatId: pressed.message?.chat.id ?? 0, parts }, action as never) ?? {}
  );
}

function findAction(chatId: number, token: string | undefined, { store }: BotParts): Action | null {
  const kept = token === undefined ? null : store.presses.find(chatId, token);
  return kept === null ? null : (JSON.parse(kept) as Action);
}

/** Whether an update must not wait for what its chat is busy with, because it is to end it. */
export function isAtOnce(ctx: Context, parts: BotParts): boolean {
  if (ctx.stoppedMessageGeneration !== undefined) return true;
  const pressed = ctx.callbackQuery;
  if (pressed?.message === undefined) return false;
  const action = findAction(pressed.message.chat.id, pressed.data, parts);
  return action !== null && HANDLERS[action.kind].atOnce === true;
}
