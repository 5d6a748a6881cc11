import type { Api } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { isLostOnTheWay, isNotModified } from './failures.js';
import { shownText } from './html-tokens.js';
import type { Place } from './place.js';
import { sendParts, withPlainText } from './send-html.js';
import { splitHtml } from './split-html.js';

/**
 * Puts HTML in the place of messages that stand in the chat: edits them, takes away those that are too many, sends what
 * they do not hold. From the first that cannot be edited on, everything is sent anew. Returns the ids of its messages.
 */
export async function replaceHtml(
  api: Api,
  place: Place,
  standing: readonly number[],
  html: string,
  keyboard?: InlineKeyboardMarkup,
): Promise<number[]> {
  const parts = splitHtml(html);
  const kept: number[] = [];
  for (const [index, part] of parts.entries()) {
    const id = standing[index];
    if (id === undefined) break;
    const last = index === parts.length - 1;
    if (!(await edit(api, place, id, part, last ? keyboard : undefined))) break;
    kept.push(id);
  }
  for (const id of standing.slice(kept.length)) await takeAway(api, place, id);
  const rest = { ...place, replyTo: kept.length === 0 ? place.replyTo : null };
  return [...kept, ...(await sendParts(api, rest, parts.slice(kept.length), keyboard))];
}

/** Edits a message; without a keyboard it loses the one that it has. False where it cannot be edited. */
async function edit(
  api: Api,
  { chatId }: Place,
  id: number,
  html: string,
  keyboard: InlineKeyboardMarkup | undefined,
): Promise<boolean> {
  const options = {
    ...(keyboard !== undefined && { reply_markup: keyboard }),
    link_preview_options: { is_disabled: true },
  };
  try {
    await withPlainText(
      () => api.editMessageText(chatId, id, html, { ...options, parse_mode: 'HTML' }),
      () => api.editMessageText(chatId, id, shownText(html), options),
    );
    return true;
  } catch (error) {
    if (isLostOnTheWay(error)) throw error;
    return isNotModified(error);
  }
}

/** A message that stays although it should go is a blemish, no failure. */
export async function takeAway(api: Api, { chatId }: Place, id: number): Promise<void> {
  await api.deleteMessage(chatId, id).catch(() => {});
}
