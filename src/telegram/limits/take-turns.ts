import type { MiddlewareFn } from 'grammy';

/**
 * Begins one turn a round of the event loop. Looking for an answer computes for tens of milliseconds; between two of them
 * sends, polls and SIGTERM have their time, however many people ask at once.
 */
export function createTakeTurns(): MiddlewareFn {
  let last: Promise<void> = Promise.resolve();
  return async (_ctx, next) => {
    const mine = last.then(() => new Promise<void>((begin) => setImmediate(begin)));
    last = mine;
    await mine;
    return next();
  };
}
