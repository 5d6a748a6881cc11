import type { Api } from 'grammy';
import * as wording from '../../domain/wording/telegram-answers.js';
import type { BotParts } from '../bot-parts.js';
import { isLostOnTheWay, isNeverSent } from '../failures.js';

/**
 * Says of each answer that the last run of the program left half-way that it will not come there; one that Telegram
 * brings again is answered in a message of its own.
 */
export async function endPromises(api: Api, { store, log }: BotParts): Promise<void> {
  for (const message of store.unfinished.list()) {
    try {
      await api.editMessageText(message.chatId, message.messageId, wording.interrupted());
    } catch (error) {
      log.debug({ error }, 'half an answer not marked');
      if (isLostOnTheWay(error) || isNeverSent(error)) continue;
    }
    store.unfinished.remove(message);
  }
}
