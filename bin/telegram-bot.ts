import { openApp } from '../src/app.js';
import { TelegramError } from '../src/domain/errors.js';
import type { OpenedApp } from '../src/domain/opened-app.js';
import type { Log, OnBytes } from '../src/domain/ports.js';
import type { Settings } from '../src/domain/settings.js';
import * as wording from '../src/domain/wording/telegram.js';
import { dayInShanghai } from '../src/text/calendar.js';
import { openReopenable } from './reopenable-app.js';

type Running = { log: Log; onBytes: OnBytes; signal: AbortSignal };

/**
 * Opens the archive and runs the bot over it until the signal aborts.
 * @throws TelegramError when there is no token, or Telegram refuses it.
 */
export async function runTelegramBot(settings: Settings, { log, onBytes, signal }: Running): Promise<void> {
  const { telegram } = settings;
  if (!telegram) throw new TelegramError(wording.noToken());
  const [{ openBotStore }, { runBot }, { describeStatus }, { createAdministration }] = await Promise.all([
    import('../src/store/bot/open-bot-store.js'),
    import('../src/telegram/run-bot.js'),
    import('./describe-status.js'),
    import('./administration.js'),
  ]);
  const app = await openReopenable(() => openApp(settings, { needs: 'answer', log, onBytes }));
  const store = openBotStore(settings.dataDir);
  try {
    const { archive, service } = app;
    const status = () => describeStatus(settings, app);
    const administration = await createAdministration(settings, app);
    const now = () => new Date();
    await loadDictionaries(app, now());
    await runBot({ settings: telegram, service, archive, administration, store, status, now, log }, signal);
  } finally {
    store.close();
    await app.close();
  }
}

/**
 * Dictionaries load with the first question and let nothing else run for seconds, in which idle connections to Telegram
 * break: rather before the first reader asks. What fails here fails, and is told, when somebody asks.
 */
async function loadDictionaries({ service }: OpenedApp, now: Date): Promise<void> {
  const question = '去年有多少报道，谁写的';
  await service
    .isAnswerable({ question, askedOn: dayInShanghai(now), filter: {}, history: [] })
    .catch(() => false);
}
