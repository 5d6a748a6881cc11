import type { Context } from 'grammy';
import type { CallbackQuery } from 'grammy/types';
import * as wording from '../domain/wording/telegram.js';
import { isAllowed } from './admission.js';
import { parseArticleButton } from './article-buttons.js';
import type { BotParts } from './bot-parts.js';
import { createTurn } from './create-turn.js';
import { placeOf } from './place.js';
import { sendArticle } from './send-article.js';
import { withApology } from './with-apology.js';

/** A pressed button: opens the article behind it, for people who are let in. */
export async function handleButton(ctx: Context, pressed: CallbackQuery, parts: BotParts): Promise<void> {
  const { message, from, data } = pressed;
  const wanted = parseArticleButton(data ?? '');
  const reply = isAllowed(from.id, parts)
    ? wanted && message
      ? null
      : wording.buttonExpired()
    : wording.pairInPrivate();
  // Without an answer the button keeps turning; the press expires after some seconds, so it comes first.
  await ctx.api
    .answerCallbackQuery(pressed.id, reply === null ? {} : { text: reply, show_alert: true })
    .catch((error: unknown) => parts.log.debug({ error }, 'button not answered'));
  if (reply !== null || wanted === null || message === undefined) return;
  const turn = createTurn(ctx, from, placeOf(message as Parameters<typeof placeOf>[0]), parts);
  await withApology(turn, () => sendArticle(turn, wanted.articleId, wanted.firstMessage));
}
