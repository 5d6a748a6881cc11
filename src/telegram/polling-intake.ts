import { createRunner, createSource } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import type { BotParts } from './bot-parts.js';
import { createSink } from './create-sink.js';
import type { Intake } from './intake.js';
import { createUpdatePolling } from './poll-updates.js';

/** Long polling: needs no address of its own, and is the default. */
export function startPolling(bot: Bot, parts: BotParts): Intake {
  const { log, pace } = parts;
  const polling = createUpdatePolling(bot, parts);
  const sink = createSink(bot, parts);
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
