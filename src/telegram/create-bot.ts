import { sequentialize } from '@grammyjs/runner';
import { Bot, type Context } from 'grammy';
import type { BotParts } from './bot-parts.js';
import { handleButton } from './handle-button.js';
import { handleMessage } from './handle-message.js';
import { createInlineAnswers } from './inline/answer-inline.js';
import type { GrammySignal } from './poll-updates.js';
import { createResend } from './resend.js';

/** Longer than a long poll; a call that takes longer is lost. */
const CALL_SECONDS = 60;

/**
 * The bot with its handlers, one queue a chat; it fetches nothing by itself.
 * `alive` aborts every call to Telegram that does not bring its own signal.
 */
export function createBot(parts: BotParts, alive: AbortSignal): Bot {
  const { token, apiRoot } = parts.settings;
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: CALL_SECONDS } });
  bot.api.config.use(createResend(parts.pace));
  bot.api.config.use((previous, method, payload, signal) =>
    previous(method, payload, signal ?? (alive as GrammySignal)),
  );
  bot.use(sequentialize((ctx: Context) => ctx.chat?.id.toString()));
  bot.on('message', (ctx) => handleMessage(ctx, ctx.message, parts));
  bot.on('callback_query', (ctx) => handleButton(ctx, ctx.callbackQuery, parts));
  const answerInline = createInlineAnswers(parts);
  // No chat, no queue: what is typed must not wait behind the same person's question.
  bot.on('inline_query', (ctx) => answerInline(ctx.api, ctx.inlineQuery));
  return bot;
}
