import type { Transformer } from 'grammy';
import type { Message } from 'grammy/types';
import type { BotParts } from './bot-parts.js';
import { isSend } from './limits/methods.js';

type Store = Pick<BotParts, 'store'>;

/** Telegram tells in both groups that the one became the other. */
export function noteMove(
  { chat, migrate_to_chat_id, migrate_from_chat_id }: Message,
  { store }: Store,
): void {
  if (migrate_to_chat_id !== undefined) store.moveChat(chat.id, migrate_to_chat_id);
  if (migrate_from_chat_id !== undefined) store.moveChat(migrate_from_chat_id, chat.id);
}

/** A message that is refused because its group became a supergroup meanwhile goes there, where no message of the group is. */
export function createFollowMoves({ store }: Store): Transformer {
  return async (previous, method, payload, signal) => {
    const response = await previous(method, payload, signal);
    const to = response.ok ? undefined : response.parameters?.migrate_to_chat_id;
    if (to === undefined) return response;
    const { chat_id, reply_parameters: _replied, ...rest } = payload as Record<string, unknown>;
    store.moveChat(Number(chat_id), to);
    return isSend(method) ? previous(method, { ...rest, chat_id: to } as typeof payload, signal) : response;
  };
}
