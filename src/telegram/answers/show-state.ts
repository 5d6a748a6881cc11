import type { InlineKeyboardMarkup } from 'grammy/types';
import { withDeadline } from '../../system/with-deadline.js';
import type { GrammySignal } from '../poll-updates.js';
import type { Turn } from '../turn.js';

/** A state in between is worth no longer wait, and no second try: the next one comes soon. */
const SHOW_WITHIN = 10_000;

/** Shows how far an answer has come, as HTML, in a message that stands in the chat. */
export async function editState(
  { api, place }: Turn,
  messageId: number,
  html: string,
  keyboard: InlineKeyboardMarkup | undefined,
): Promise<void> {
  const options = {
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  };
  await withDeadline(SHOW_WITHIN, undefined, (signal) =>
    api.editMessageText(place.chatId, messageId, html, options, signal as GrammySignal),
  );
}

/** The same in a draft, with Telegram's own button to stop. */
export async function draftState({ api, place }: Turn, draftId: number, html: string): Promise<void> {
  const options = {
    parse_mode: 'HTML' as const,
    can_stop: true,
    ...(place.topicId !== null && { message_thread_id: place.topicId }),
  };
  await withDeadline(SHOW_WITHIN, undefined, (signal) =>
    api.sendMessageDraft(place.chatId, draftId, html, options, signal as GrammySignal),
  );
}
