import { createConcurrentSink, type UpdateSink } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import * as wording from '../domain/wording/telegram.js';
import type { BotParts } from './bot-parts.js';
import { CONCURRENCY } from './intake.js';

/** Where updates are worked on, side by side; what fails is logged and ends nothing. */
export function createSink(bot: Bot, { inbox, log }: BotParts): UpdateSink<Update> {
  return createConcurrentSink(
    { consume: (update: Update) => inbox.workOn(update, () => bot.handleUpdate(update)) },
    async (error: unknown) => log.error({ error }, wording.turnFailed()),
    { concurrency: CONCURRENCY },
  );
}
