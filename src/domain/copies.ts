import type { Article } from './article.js';
import type { IngestProgress } from './ingest-watch.js';
import type { StoreSettings } from './settings.js';

/** An article as one of its files holds it, with that file's fingerprint. */
export type ExportedArticle = { article: Article; fingerprint: string };

/** What a backup holds; `notices` are faults that the archive itself has. */
export type BackupReport = { files: number; bytes: number; notices: string[] };

/** Where `migrate` brings the archive to; the other one is where it comes from. */
export type MigrationTarget = StoreSettings['kind'];

export type MigrationProgress = IngestProgress | { stage: 'verify'; done: number; total: number };

/**
 * What of the source the target holds, compared one by one. `skipped` files were there before; `vectors` are those of the
 * source; `checksum` is over all records of articles, the same on both sides.
 */
export type MigrationReport = {
  files: number;
  articles: number;
  chunks: number;
  vectors: number;
  skipped: number;
  checksum: string;
  notices: string[];
};
