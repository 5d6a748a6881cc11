import { setTimeout as wait } from 'node:timers/promises';
import type { Bot } from 'grammy';
import * as wording from '../domain/wording/telegram.js';
import { anotherProcess } from '../domain/wording/telegram-running.js';
import { raceWithSignal } from '../system/race-with-signal.js';
import { endPromises } from './answers/end-promises.js';
import { createRunning } from './answers/running.js';
import type { BotParts } from './bot-parts.js';
import { createConversations } from './conversations.js';
import { createBot } from './create-bot.js';
import type { BotDependencies } from './dependencies.js';
import { watchArchive } from './follows/watch-archive.js';
import { createInbox } from './inbox/inbox.js';
import type { Intake } from './intake.js';
import { DEFAULT_PACE } from './pace.js';
import { persist } from './persist.js';
import type { GrammySignal } from './poll-updates.js';
import { startPolling } from './polling-intake.js';
import { createRedactingLog } from './redacting-log.js';
import { registerCommands } from './register-commands.js';
import { createRichSupport } from './rich/rich-support.js';
import { tellUnfinished } from './uploads/tell-unfinished.js';
import { createWorkQueue } from './uploads/work-queue.js';
import { startWebhook } from './webhook-intake.js';

const WATCH_ENDS_WITHIN = 500;

/**
 * Runs the bot until the signal aborts: then running questions may finish, the rest gets an apology, within
 * 10 s.
 * @throws TelegramError when Telegram refuses the token or the webhook.
 */
export async function runBot(dependencies: BotDependencies, signal: AbortSignal): Promise<void> {
  const stopping = new AbortController();
  const alive = new AbortController();
  const parts = completeParts(dependencies, stopping.signal, alive.signal);
  const bot = createBot(parts, alive.signal);
  let watching = Promise.resolve();
  try {
    await login(bot, parts, signal);
    await claimUpdates(bot, parts, signal);
    registerCommands(bot, parts);
    void endPromises(bot.api, parts);
    void tellUnfinished(bot.api, parts);
    watching = watchArchive(bot.api, parts, AbortSignal.any([signal, alive.signal]));
    const intake = await startIntake(bot, parts, signal);
    await raceWithSignal(intake.ended, signal).catch(rethrowUnless(signal));
    await Promise.all([intake.stop(), finish(intake, stopping, parts)]);
    parts.log.info({}, wording.stopped());
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    alive.abort();
    // A call that waits for its turn ends with `alive`; nothing else holds the program.
    await Promise.race([watching, wait(WATCH_ENDS_WITHIN, undefined, { ref: false })]);
  }
}

function completeParts(
  { pace, ...dependencies }: BotDependencies,
  stopping: AbortSignal,
  alive: AbortSignal,
): BotParts {
  const { settings, store, now } = dependencies;
  const log = createRedactingLog(dependencies.log, settings.token);
  // A token begins with the id of its bot.
  const botId = Number.parseInt(settings.token, 10);
  return {
    ...dependencies,
    log,
    inbox: createInbox({ store: store.inbox, botId, log, now }, alive),
    pace: { ...DEFAULT_PACE, ...pace },
    running: createRunning(),
    drafts: { known: null },
    rich: createRichSupport({ settings, store: store.rich, now, log }),
    uploads: createWorkQueue(),
    conversations: createConversations(dependencies.store.conversations, dependencies.now),
    stopping,
  };
}

async function login(bot: Bot, { pace, log }: BotParts, signal: AbortSignal): Promise<void> {
  bot.botInfo = await persist(() => bot.api.getMe(signal as GrammySignal), { pace, log, signal });
  log.info({}, wording.running(bot.botInfo.username));
}

/** Two processes over one inbox would answer the same updates: the second waits for the end of the first. */
async function claimUpdates(bot: Bot, { store, pace, log }: BotParts, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !store.inbox.claim(bot.botInfo.id); attempt++) {
    if (attempt === 0) log.warn({}, anotherProcess());
    await wait(pace.conflictWait, undefined, { signal });
  }
}

async function startIntake(bot: Bot, parts: BotParts, signal: AbortSignal): Promise<Intake> {
  const { webhook } = parts.settings;
  return webhook === null ? startPolling(bot, parts) : startWebhook(bot, webhook, parts, signal);
}

/** Lets running questions finish for a while, then has them give up and apologise. */
async function finish(intake: Intake, stopping: AbortController, parts: BotParts): Promise<void> {
  const { pace, uploads } = parts;
  const work = { size: () => intake.size() + uploads.size() };
  await drain(work, pace.finishWithin);
  stopping.abort();
  await drain(work, pace.apologiseWithin);
}

async function drain(intake: Pick<Intake, 'size'>, within: number): Promise<void> {
  const deadline = Date.now() + within;
  while (intake.size() > 0 && Date.now() < deadline) await wait(20);
}

function rethrowUnless(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}
