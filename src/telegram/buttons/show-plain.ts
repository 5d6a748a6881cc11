import type { Message } from 'grammy/types';
import { replaceHtml } from '../replace-html.js';
import type { Action } from './action.js';
import type { Press } from './table.js';

/** Shows an answer as plain text, as all answers in this chat from now on. */
export async function showPlain(
  press: Press,
  { answerId, html }: Extract<Action, { kind: 'plain' }>,
): Promise<void> {
  const { api, place, message, parts } = press;
  parts.rich.setPlain(place.chatId);
  const ids = await replaceHtml(api, place, [message.message_id], html, otherButtons(press));
  parts.store.answers.setMessages(answerId, ids);
}

function otherButtons({ message, place, parts }: Press): Message['reply_markup'] {
  const isOther = (data: string) => {
    const kept = parts.store.presses.find(place.chatId, data);
    return kept === null || (JSON.parse(kept) as Action).kind !== 'plain';
  };
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const inline_keyboard = rows
    .map((row) => row.filter((button) => !('callback_data' in button) || isOther(button.callback_data)))
    .filter((row) => row.length > 0);
  return inline_keyboard.length > 0 ? { inline_keyboard } : undefined;
}
