import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import * as wording from '../domain/wording/telegram.js';
import type { BotParts } from './bot-parts.js';
import { CONCURRENCY, type Intake } from './intake.js';
import { createUpdatePolling } from './poll-updates.js';

/** Long polling: needs no address of its own, and is the default. */
export function startPolling(bot: Bot, parts: BotParts): Intake {
  const { log, pace } = parts;
  const polling = createUpdatePolling(bot.api, parts);
  const sink = createConcurrentSink(
    { consume: (update: Parameters<Bot['handleUpdate']>[0]) => bot.handleUpdate(update) },
    async (error: unknown) => log.error({ error }, wording.turnFailed()),
    { concurrency: CONCURRENCY },
  );
  const runner = createRunner(createSource(polling), sink);
  runner.start();
  return {
    ended: runner.task() ?? Promise.resolve(),
    size: () => runner.size(),
    async stop() {
      const stopped = runner.isRunning() ? runner.stop() : Promise.resolve();
      const confirmed = polling.confirm(AbortSignal.timeout(pace.apologiseWithin));
      await Promise.all([
        stopped,
        confirmed.catch((error: unknown) => log.debug({ error }, 'not confirmed')),
      ]);
    },
  };
}
