import { setTimeout as wait } from 'node:timers/promises';
import type { Bot } from 'grammy';
import * as wording from '../domain/wording/telegram.js';
import { raceWithSignal } from '../system/race-with-signal.js';
import type { BotParts } from './bot-parts.js';
import { createConversations } from './conversations.js';
import { createBot } from './create-bot.js';
import type { BotDependencies } from './dependencies.js';
import { watchArchive } from './follows/watch-archive.js';
import type { Intake } from './intake.js';
import { DEFAULT_PACE } from './pace.js';
import { persist } from './persist.js';
import type { GrammySignal } from './poll-updates.js';
import { startPolling } from './polling-intake.js';
import { createRedactingLog } from './redacting-log.js';
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
  const parts = completeParts(dependencies, stopping.signal);
  const bot = createBot(parts, alive.signal);
  let watching = Promise.resolve();
  try {
    await login(bot, parts, signal);
    registerCommands(bot, parts);
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

function completeParts({ pace, ...dependencies }: BotDependencies, stopping: AbortSignal): BotParts {
  return {
    ...dependencies,
    log: createRedactingLog(dependencies.log, dependencies.settings.token),
    pace: { ...DEFAULT_PACE, ...pace },
    conversations: createConversations(),
    stopping,
  };
}

async function login(bot: Bot, { pace, log }: BotParts, signal: AbortSignal): Promise<void> {
  bot.botInfo = await persist(() => bot.api.getMe(signal as GrammySignal), { pace, log, signal });
  log.info({}, wording.running(bot.botInfo.username));
}

/** The menu is a convenience: nothing waits for it. */
function registerCommands(bot: Bot, { log }: BotParts): void {
  const commands = wording.COMMAND_DESCRIPTIONS.map(([command, description]) => ({ command, description }));
  bot.api.setMyCommands(commands).catch((error: unknown) => {
    log.warn({ error }, wording.commandsNotRegistered());
  });
}

async function startIntake(bot: Bot, parts: BotParts, signal: AbortSignal): Promise<Intake> {
  const { webhook } = parts.settings;
  return webhook === null ? startPolling(bot, parts) : startWebhook(bot, webhook, parts, signal);
}

/** Lets running questions finish for a while, then has them give up and apologise. */
async function finish(intake: Intake, stopping: AbortController, { pace }: BotParts): Promise<void> {
  await drain(intake, pace.finishWithin);
  stopping.abort();
  await drain(intake, pace.apologiseWithin);
}

async function drain(intake: Intake, within: number): Promise<void> {
  const deadline = Date.now() + within;
  while (intake.size() > 0 && Date.now() < deadline) await wait(20);
}

function rethrowUnless(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}
