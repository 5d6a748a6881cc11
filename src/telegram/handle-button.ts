import type { Context } from 'grammy';
import type { CallbackQuery, Message } from 'grammy/types';
import * as wording from '../domain/wording/telegram.js';
import { isAllowed } from './admission.js';
import type { BotParts } from './bot-parts.js';
import type { Action } from './buttons/action.js';
import { HANDLERS } from './buttons/table.js';
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
    .answerCallbackQuery(pressed.id, refused === null ? toastOf(action) : { text: refused, show_alert: true })
    .catch((error: unknown) => parts.log.debug({ error }, 'button not answered'));
  if (refused !== null || !action || !message) return;
  stopWhenShutOut(ctx, () => isAllowed(from.id, parts));
  const turn = createTurn(ctx, from, placeOf(message), parts);
  await withApology(turn, () => HANDLERS[action.kind].press({ ...turn, message }, action as never));
}

function toastOf(action: Action | null | undefined): { text?: string } {
  const toast = action ? HANDLERS[action.kind].toast : undefined;
  return toast === undefined ? {} : { text: toast };
}

function findAction(chatId: number, token: string | undefined, { store }: BotParts): Action | null {
  const kept = token === undefined ? null : store.presses.find(chatId, token);
  return kept === null ? null : (JSON.parse(kept) as Action);
}
