import type { Api } from 'grammy';
import type { BotParts } from './bot-parts.js';
import type { Place } from './place.js';

/** Shows 正在输入 in the chat until the work is done. Whether it could be shown does not matter. */
export async function whileTyping<T>(
  api: Api,
  place: Place,
  { pace, log }: Pick<BotParts, 'pace' | 'log'>,
  work: () => Promise<T>,
): Promise<T> {
  const show = () => {
    const topic = place.topicId === null ? {} : { message_thread_id: place.topicId };
    api.sendChatAction(place.chatId, 'typing', topic).catch((error: unknown) => {
      log.debug({ error }, 'typing not shown');
    });
  };
  show();
  const timer = setInterval(show, pace.typingEvery);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
