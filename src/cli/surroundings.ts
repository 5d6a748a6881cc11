import type { Readable, Writable } from 'node:stream';
import type {
  BackupReport,
  ExportedArticle,
  MigrationProgress,
  MigrationReport,
  MigrationTarget,
} from '../domain/copies.js';
import type { Feedback } from '../domain/feedback.js';
import type { Waiting } from '../domain/ingest-watch.js';
import type { Needs, OpenedApp } from '../domain/opened-app.js';
import type { ArchiveWriter, Check, Ingester, OnBytes } from '../domain/ports.js';
import type { Filter } from '../domain/query.js';
import type { Settings } from '../domain/settings.js';
import type { WatchFolders } from '../domain/watch-folders.js';

/** The world outside the terminal program, handed in so that every part of it can be replaced. */
export type Surroundings = {
  stdin: Readable & { isTTY?: boolean | undefined };
  stdout: Writable & { isTTY?: boolean | undefined; columns?: number };
  stderr: Writable & { isTTY?: boolean | undefined; columns?: number };
  /** Read for NO_COLOR alone; settings come from `loadSettings`. */
  env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** Aborts when the process is told to stop. */
  signal: AbortSignal;
  /** What `start` takes in when the archive is empty. */
  samplePaths: readonly string[];
  /** The file of questions on the sample, with their answers. */
  sampleQuestions: string;
  /** @throws ConfigError */
  loadSettings(dataDir: string | undefined): Settings;
  openApp(settings: Settings, options: { needs: Needs; onBytes: OnBytes }): Promise<OpenedApp>;
  /** This process does nothing from now on that people wait for. */
  giveWay(): void;
  createIngester(settings: Settings, options: { onBytes: OnBytes }): Ingester;
  watchFolders: WatchFolders;
  openWriter(settings: Settings, wait: Waiting | null): Promise<ArchiveWriter>;
  /** One state of the archive, whatever is written meanwhile. @throws StoreError */
  exportArticles(settings: Settings, filter: Filter): AsyncIterable<ExportedArticle>;
  /** @throws StoreError */
  backUp(
    settings: Settings,
    target: string,
    world: { now: Date; signal: AbortSignal; onBytes: OnBytes },
  ): Promise<BackupReport>;
  /** Between the data folder and the server, whichever of them is set. @throws ConfigError, StoreError */
  migrate(settings: Settings, to: MigrationTarget, watch: MigrationWatch): Promise<MigrationReport>;
  runChecks(settings: Settings): Promise<Check[]>;
  /** Rebuilds what can be rebuilt; a sentence for each thing that was done. @throws StoreError */
  mend(settings: Settings): Promise<string[]>;
  /** Runs until the signal aborts. */
  runBot(settings: Settings, options: { onBytes: OnBytes; signal: AbortSignal }): Promise<void>;
  /** Lets in whoever holds the code; the sentence says what came of it. */
  approve(settings: Settings, code: string): Promise<{ approved: boolean; sentence: string }>;
  /** What people said of the bot's answers, oldest first. */
  listFeedback(settings: Settings): Promise<Feedback[]>;
};

/** `waiting` is null where the target must be free at once. */
export type MigrationWatch = {
  onProgress: (progress: MigrationProgress) => void;
  signal: AbortSignal;
  waiting: Waiting | null;
};
