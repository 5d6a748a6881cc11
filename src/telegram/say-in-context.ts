import type { Context } from 'grammy';
import type { BotParts } from './bot-parts.js';
import { createTurn } from './create-turn.js';
import { messageOf } from './inbox/concerns.js';
import { placeOf } from './place.js';
import { withApology } from './with-apology.js';

/** Says one sentence to who wrote or pressed, instead of a turn. */
export async function sayInContext(ctx: Context, sentence: string, parts: BotParts): Promise<void> {
  const message = messageOf(ctx.update) ?? ctx.callbackQuery?.message;
  if (message === undefined) return;
  const turn = createTurn(ctx, ctx.from, placeOf(message), parts);
  await withApology(turn, () => turn.say(sentence));
}
