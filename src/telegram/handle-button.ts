import type { Context } from 'grammy';
import type { CallbackQuery, Message } from 'grammy/types';
import { letPass } from './admission.js';
import { findAction } from './answer-presses.js';
import type { BotParts } from './bot-parts.js';
import { HANDLERS } from './buttons/table.js';
import { createTurn } from './create-turn.js';
import { placeOf } from './place.js';
import { withApology } from './with-apology.js';

/** A pressed button does what it was sent for, for people who are still let in when its turn comes. */
export async function handleButton(ctx: Context, pressed: CallbackQuery, parts: BotParts): Promise<void> {
  const action = findAction(pressed, parts);
  const message = pressed.message as Message | undefined;
  if (action === null || message === undefined || !letPass(ctx, pressed.from, parts)) return;
  const turn = createTurn(ctx, pressed.from, placeOf(message), parts);
  await withApology(turn, () => HANDLERS[action.kind].press({ ...turn, message }, action as never));
}

/** Whether an update must not wait for what its chat is busy with, because it is to end it. */
export function isAtOnce(ctx: Context, parts: BotParts): boolean {
  if (ctx.stoppedMessageGeneration !== undefined) return true;
  const action = ctx.callbackQuery === undefined ? null : findAction(ctx.callbackQuery, parts);
  return action !== null && HANDLERS[action.kind].atOnce === true;
}
