import type { CallbackQuery, Message, Update, User } from 'grammy/types';
import { BOT } from './telegram-protocol.js';
import type { TelegramServer } from './telegram-server.js';

export const READER: User = {
  id: 501,
  is_bot: false,
  first_name: '王',
  last_name: '读者',
  username: 'reader_wang',
};
export const STRANGER: User = { id: 502, is_bot: false, first_name: '陌生人' };
export const ADMIN: User = { id: 900, is_bot: false, first_name: '管理员' };
export const GROUP_ID = -100_777;

/** A message as it comes; `more` overrides and adds fields. */
export function writePrivately(
  telegram: TelegramServer,
  from: User,
  text: string | null,
  more: Partial<Message> = {},
): number {
  return push(telegram, {
    chat: { id: from.id, type: 'private', first_name: from.first_name },
    from,
    ...textOf(text),
    ...more,
  });
}

export function writeInGroup(
  telegram: TelegramServer,
  from: User,
  text: string | null,
  more: Partial<Message> = {},
): number {
  return push(telegram, {
    chat: { id: GROUP_ID, type: 'supergroup', title: '读报群' },
    from,
    ...textOf(text),
    ...more,
  } as Partial<Message>);
}

/** Somebody presses a button under a message of the bot. */
export function press(telegram: TelegramServer, from: User, chatId: number, data: string): void {
  const chat =
    chatId > 0
      ? { id: chatId, type: 'private' as const, first_name: from.first_name }
      : { id: chatId, type: 'supergroup' as const, title: '读报群' };
  const under = telegram.shownIn(chatId).findLast(({ keyboard }) => JSON.stringify(keyboard)?.includes(data));
  const message = {
    message_id: under?.messageId ?? telegram.newMessageId(),
    date: 1,
    chat,
    from: BOT,
    text: under?.text ?? '…',
    ...(under?.topicId !== undefined && { message_thread_id: under.topicId, is_topic_message: true }),
    ...(under?.keyboard && { reply_markup: under.keyboard }),
  };
  const callback_query = { id: 'press-1', chat_instance: '1', from, message, data } as CallbackQuery;
  telegram.push({ callback_query });
}

/** Somebody edits a message of theirs. */
export function editMessage(
  telegram: TelegramServer,
  from: User,
  chatId: number,
  messageId: number,
  text: string,
): void {
  const chat =
    chatId > 0
      ? { id: chatId, type: 'private', first_name: from.first_name }
      : { id: chatId, type: 'supergroup', title: '读报群' };
  const now = Math.floor(Date.now() / 1000);
  const edited = { message_id: messageId, date: now, edit_date: now, chat, from, text };
  telegram.push({ edited_message: edited as unknown as Message & Update.Edited & Update.NonChannel });
}

function push(telegram: TelegramServer, message: Partial<Message>): number {
  const message_id = telegram.newMessageId();
  const date = Math.floor(Date.now() / 1000);
  telegram.push({ message: { message_id, date, ...message } as Message & Update.NonChannel });
  return message_id;
}

function textOf(text: string | null): Partial<Message> {
  return text === null ? {} : { text };
}
