import { sequentialize } from '@grammyjs/runner';
import { Bot, type Context } from 'grammy';
import type { BotParts } from './bot-parts.js';
import { stopDraft } from './buttons/stop.js';
import { handleButton, isAtOnce } from './handle-button.js';
import { handleEdit } from './handle-edit.js';
import { handleMessage } from './handle-message.js';
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
  bot.api.config.use(createResend(parts.pace, alive));
  bot.api.config.use((previous, method, payload, signal) =>
    previous(method, payload, signal ?? (alive as GrammySignal)),
  );
  bot.use(sequentialize((ctx: Context) => (isAtOnce(ctx, parts) ? undefined : ctx.chat?.id.toString())));
  bot.on('message', (ctx) => handleMessage(ctx, ctx.message, parts));
  bot.on('edited_message', (ctx) => handleEdit(ctx, ctx.editedMessage, parts));
  bot.on('stopped_message_generation', (ctx) => stopDraft(ctx.stoppedMessageGeneration, parts));
  bot.on('callback_query', (ctx) => handleButton(ctx, ctx.callbackQuery, parts));
  return bot;
}
