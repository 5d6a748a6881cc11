import type { Archive, AskService, Log } from '../domain/ports.js';
import type { TelegramSettings } from '../domain/settings.js';
import type { BotStore } from '../store/bot/open-bot-store.js';
import type { Pace } from './pace.js';

/** What the bot is given from outside. */
export type BotDependencies = {
  settings: TelegramSettings;
  service: AskService;
  archive: Pick<
    Archive,
    'loadArticles' | 'loadPlaces' | 'coverage' | 'listIssues' | 'lastArrival' | 'listArrivals'
  >;
  store: Omit<BotStore, 'close'>;
  /** Lines that say what runs: words, vectors, model. */
  status(): Promise<string[]>;
  now: () => Date;
  log: Log;
  pace?: Partial<Pace>;
};
