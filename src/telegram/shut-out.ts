import type { Context } from 'grammy';
import { shutOutMeanwhile } from '../domain/wording/telegram-people.js';

/** The person was shut out while their question was being answered. */
export class ShutOutError extends Error {
  override name = 'ShutOutError';
}

/**
 * Whatever is still to be sent for this update is not, as soon as the person is no longer let in: the rest of a long
 * article, an answer that was being looked for.
 */
export function stopWhenShutOut(ctx: Context, isLetIn: () => boolean): void {
  ctx.api.config.use(async (previous, method, payload, signal) => {
    if (!isLetIn()) throw new ShutOutError(shutOutMeanwhile());
    return previous(method, payload, signal);
  });
}
