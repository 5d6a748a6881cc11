import type { UpdateSupplier } from '@grammyjs/runner';
import type { Api, Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { BotParts } from './bot-parts.js';
import { isWebhookInTheWay } from './failures.js';
import { persist } from './persist.js';

/** Only what the bot can answer; channel posts are not even sent to it. Older servers pass over kinds that they do not know. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'stopped_message_generation',
] as const;

export type UpdatePolling = UpdateSupplier<Update> & {
  /** Tells the server which updates were taken, so that a restart does not bring them again. */
  confirm(signal: AbortSignal): Promise<void>;
};

/**
 * Long polling that outlives conflicts and lost connections; ends only with its signal or a refused token.
 */
export function createUpdatePolling(
  { api, botInfo }: Pick<Bot, 'api' | 'botInfo'>,
  { pace, log, inbox }: Pick<BotParts, 'pace' | 'log' | 'inbox'>,
): UpdatePolling {
  let offset = 0;
  const left = inbox.takeLeft();

  const fetchUpdates = async (limit: number, signal: AbortSignal): Promise<Update[]> => {
    const request = { offset, limit, timeout: pace.pollSeconds, allowed_updates: ALLOWED_UPDATES };
    try {
      return await api.getUpdates(request, signal as GrammySignal);
    } catch (error) {
      if (isWebhookInTheWay(error)) await api.deleteWebhook();
      throw error;
    }
  };

  return {
    async supply(batchSize, signal) {
      const ours = toPlatformSignal(signal);
      const limit = Math.max(1, Math.min(batchSize, 100));
      if (left.length > 0) return left.splice(0, limit);
      const updates = await persist(() => fetchUpdates(limit, ours), { pace, log, signal: ours });
      const last = updates.at(-1);
      // Kept before the next request tells the server that they were taken.
      const fresh = inbox.take(updates, botInfo);
      if (last !== undefined) offset = last.update_id + 1;
      return fresh;
    },
    async confirm(signal) {
      if (offset > 0) await api.getUpdates({ offset, limit: 1, timeout: 0 }, signal as GrammySignal);
    },
  };
}

/** grammY's types name a polyfill; at run time the platform's own signal is what it takes. */
export type GrammySignal = Parameters<Api['getMe']>[0];

/** The runner stops with a polyfill's signal, which timers do not know. */
function toPlatformSignal(signal: Parameters<UpdatePolling['supply']>[1]): AbortSignal {
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener('abort', () => controller.abort());
  return controller.signal;
}
