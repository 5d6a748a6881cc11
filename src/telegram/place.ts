import type { Message } from 'grammy/types';

/** Where an answer goes. */
export type Place = {
  chatId: number;
  isPrivate: boolean;
  topicId: number | null;
  /** In groups the asking message, so that it is seen who is answered. */
  replyTo: number | null;
};

export function placeOf(message: Message): Place {
  const isPrivate = message.chat.type === 'private';
  return {
    chatId: message.chat.id,
    isPrivate,
    // Outside of topics message_thread_id names a thread of replies, which cannot be written to.
    topicId: message.is_topic_message === true ? (message.message_thread_id ?? null) : null,
    replyTo: isPrivate ? null : message.message_id,
  };
}
