import type { Transformer } from 'grammy';
import { isOrdered } from './methods.js';

/** One call at a time in each chat, in the order in which they were made: a call that is repeated holds up its chat alone. */
export function createChatOrder(): Transformer {
  const tails = new Map<unknown, Promise<void>>();
  return (previous, method, payload, signal) => {
    const { chat_id: chat } = payload as { chat_id?: unknown };
    if (chat === undefined || !isOrdered(method)) return previous(method, payload, signal);
    const call = (tails.get(chat) ?? Promise.resolve()).then(() => previous(method, payload, signal));
    const tail: Promise<void> = call.then(
      () => forget(chat, tail),
      () => forget(chat, tail),
    );
    tails.set(chat, tail);
    return call;
  };

  function forget(chat: unknown, tail: Promise<void>): void {
    if (tails.get(chat) === tail) tails.delete(chat);
  }
}
