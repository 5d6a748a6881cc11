import type { Transformer } from 'grammy';
import { isNeverSent } from '../failures.js';
import { isShown } from '../limits/methods.js';
import type { Inbox } from './inbox.js';

/**
 * Marks the update as being answered right before a call goes out that a person will see, and takes the mark back when
 * the server refuses the call. Stands last before the network, so that no wait lies in between.
 */
export function createMarkSending({ current }: Pick<Inbox, 'current'>): Transformer {
  return async (previous, method, payload, signal) => {
    const work = isShown(method) ? current() : undefined;
    if (work === undefined || signal?.aborted === true) return previous(method, payload, signal);
    work.sending();
    try {
      const response = await previous(method, payload, signal);
      if (response.ok) work.delivered();
      else work.refused();
      return response;
    } catch (error) {
      if (isNeverSent(error)) work.refused();
      else work.delivered();
      throw error;
    }
  };
}
