import type { IngestProgress } from '../src/domain/ingest-watch.js';
import type { IngestOptions, IngestReport } from '../src/domain/ports.js';
import type { Settings } from '../src/domain/settings.js';

/** What the process of its own is asked to do to the archive. */
export type ArchiveWork = { settings: Settings } & (
  | { kind: 'ingest'; options: IngestOptions }
  | { kind: 'remove'; path: string }
);

/** What it says: how far it has come, then its outcome or why it failed. */
export type ArchiveWord =
  | { kind: 'progress'; progress: IngestProgress }
  | { kind: 'done'; outcome: IngestReport | number }
  | { kind: 'failed'; name: string; message: string };
