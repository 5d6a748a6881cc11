import type { Archive, AskService, Ingester, Log } from '../domain/ports.js';
import type { TelegramSettings } from '../domain/settings.js';
import type { BotStore } from '../store/bot/open-bot-store.js';
import type { Pace } from './pace.js';

/** What the bot is given from outside. */
export type BotDependencies = {
  settings: TelegramSettings;
  service: AskService;
  archive: Pick<
    Archive,
    | 'loadArticles'
    | 'loadPlaces'
    | 'coverage'
    | 'listIssues'
    | 'listArticles'
    | 'listArticlesOfFile'
    | 'listNewspapers'
    | 'lastArrival'
    | 'listArrivals'
  >;
  administration: Administration;
  store: Omit<BotStore, 'close'>;
  /** Lines that say what runs: words, vectors, model. */
  status(): Promise<string[]>;
  now: () => Date;
  log: Log;
  pace?: Partial<Pace>;
};

/** What admins may do to the archive. */
export type Administration = {
  /** The folder that files are kept in which admins send. */
  inbox: string;
  /** Judged by the name alone. */
  isReadable(fileName: string): boolean;
  /** Of the names of readable files, for a person. */
  endings: readonly string[];
  /** @throws ArchiveBusyError while another program writes. */
  ingest: Ingester;
  /** Takes a file's articles out; how many went. @throws ArchiveBusyError */
  removeFile(path: string): Promise<number>;
  /** Opens the archive and the models anew. */
  reload(): Promise<void>;
  /** For the download of a file, which grammY leaves to others. */
  fetch: typeof globalThis.fetch;
};
