import type { Api } from 'grammy';
import { turnFailed } from '../../domain/wording/telegram.js';
import { unfinished } from '../../domain/wording/telegram-uploads.js';
import type { BotParts } from '../bot-parts.js';
import { sendHtml } from '../send-html.js';
import { showText } from '../show-text.js';

/** Whoever sent a file that was being taken in when the bot was killed hears of it at the next start, once. */
export async function tellUnfinished(api: Api, { log, store }: BotParts): Promise<void> {
  for (const { uploadId, adminId, name } of store.uploads.listUnfinished()) {
    store.uploads.finish(uploadId);
    const place = { chatId: adminId, isPrivate: true, topicId: null, replyTo: null };
    await sendHtml(api, place, showText(unfinished(name))).catch((error: unknown) => {
      log.warn({ error }, turnFailed());
    });
  }
}
