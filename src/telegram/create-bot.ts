import { sequentialize } from '@grammyjs/runner';
import { Bot, type Context } from 'grammy';
import { createAnswerPresses } from './answer-presses.js';
import type { BotParts } from './bot-parts.js';
import { stopDraft } from './buttons/stop.js';
import { createConnections } from './connections.js';
import { handleButton, isAtOnce } from './handle-button.js';
import { handleEdit } from './handle-edit.js';
import { handleMessage } from './handle-message.js';
import { createAnswerLate } from './inbox/answer-late.js';
import { concernsBot } from './inbox/concerns.js';
import { createMarkSending } from './inbox/mark-sending.js';
import { createInlineAnswers } from './inline/answer-inline.js';
import { createBoundTurns } from './limits/bound-turns.js';
import { createChatOrder } from './limits/chat-order.js';
import { createPacing } from './limits/pacing.js';
import { createTakeTurns } from './limits/take-turns.js';
import { createFollowMoves } from './moved-chats.js';
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
  const baseFetchConfig = { agent: createConnections(apiRoot) };
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: CALL_SECONDS, baseFetchConfig } });
  // The first stands next to the network, the last next to the caller.
  bot.api.config.use(createMarkSending(parts.inbox));
  bot.api.config.use(createPacing(parts.pace.sends));
  bot.api.config.use(createResend(parts.pace, alive));
  bot.api.config.use(createFollowMoves(parts));
  bot.api.config.use(createChatOrder());
  bot.api.config.use((previous, method, payload, signal) =>
    previous(method, payload, signal ?? (alive as GrammySignal)),
  );
  bot.use(createBoundTurns(parts));
  bot.use(createAnswerPresses(parts));
  bot.use(sequentialize((ctx: Context) => (isAtOnce(ctx, parts) ? undefined : queueOf(ctx))));
  bot.use(createTakeTurns());
  bot.use(createAnswerLate(parts));
  bot.on('message', (ctx) => handleMessage(ctx, ctx.message, parts));
  bot.on('edited_message', (ctx) => handleEdit(ctx, ctx.editedMessage, parts));
  bot.on('stopped_message_generation', (ctx) => stopDraft(ctx.stoppedMessageGeneration, parts));
  bot.on('callback_query', (ctx) => handleButton(ctx, ctx.callbackQuery, parts));
  const answerInline = createInlineAnswers(parts);
  // No chat, no queue: what is typed must not wait behind the same person's question.
  bot.on('inline_query', (ctx) => answerInline(ctx.api, ctx.inlineQuery));
  return bot;
}

/** The queue of an update: its chat's, or none for what people say among themselves. */
function queueOf(ctx: Context): string | undefined {
  return concernsBot(ctx.update, ctx.me) ? ctx.chat?.id.toString() : undefined;
}
