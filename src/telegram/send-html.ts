import type { Api } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { isMarkupRefused } from './failures.js';
import { shownText } from './html-tokens.js';
import type { Place } from './place.js';
import { splitHtml } from './split-html.js';

/** Sends HTML in as many messages as it takes; the first replies, the last carries the buttons. Returns their ids. */
export async function sendHtml(
  api: Api,
  place: Place,
  html: string,
  keyboard?: InlineKeyboardMarkup,
): Promise<number[]> {
  return sendParts(api, place, splitHtml(html), keyboard);
}

/** Sends messages that are already cut, in order; the first that fails ends it. */
export async function sendParts(
  api: Api,
  place: Place,
  parts: readonly string[],
  keyboard?: InlineKeyboardMarkup,
): Promise<number[]> {
  const sent: number[] = [];
  for (const [index, part] of parts.entries()) {
    const options = {
      ...(place.topicId !== null && { message_thread_id: place.topicId }),
      ...(place.replyTo !== null &&
        index === 0 && {
          reply_parameters: { message_id: place.replyTo, allow_sending_without_reply: true },
        }),
      ...(keyboard !== undefined && index === parts.length - 1 && { reply_markup: keyboard }),
      link_preview_options: { is_disabled: true },
    };
    const { message_id } = await withPlainText(
      () => api.sendMessage(place.chatId, part, { ...options, parse_mode: 'HTML' }),
      () => api.sendMessage(place.chatId, shownText(part), options),
    );
    sent.push(message_id);
  }
  return sent;
}

/** Where the server does not take our mark-up, the words are shown without it. */
export async function withPlainText<T>(html: () => Promise<T>, plain: () => Promise<T>): Promise<T> {
  try {
    return await html();
  } catch (error) {
    if (!isMarkupRefused(error)) throw error;
    return plain();
  }
}
