import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createIngester } from '../../ingest/ingest.js';
import { createAskService } from '../../src/answer/ask.js';
import type { IngestWatch } from '../../src/domain/ingest-watch.js';
import type { ChatModel, Embedder, IngestOptions, IngestReport } from '../../src/domain/ports.js';
import { createSearch } from '../../src/search/search.js';
import { openArchive } from '../../src/store/archive.js';
import { listStoredFiles } from '../../src/store/list-stored-files.js';
import { openArchiveWriter } from '../../src/store/writer.js';
import { silentLog } from './silent-log.js';
import { makeTemporaryFolder } from './temporary-folder.js';

/** Writes files (path → text) into a new folder. */
export function writeFiles(files: Record<string, string | Buffer>, folder = makeTemporaryFolder()): string {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

/** Ingests into a data folder, without vectors unless an embedder is given. */
export function ingestInto(
  dataDir: string,
  options: IngestOptions,
  embedder: Embedder | null = null,
  watch: IngestWatch = {},
  now: () => number = Date.now,
): Promise<IngestReport> {
  const ingest = createIngester({
    openWriter: () => openArchiveWriter({ dataDir, log: silentLog }),
    createEmbedder: async () => ({ embedder, notice: null }),
    listStoredFiles: () => listStoredFiles(dataDir),
    now,
  });
  return ingest(options, watch);
}

/** An archive of some files, opened, with the ask service over it. */
export async function openArchiveOf(paths: readonly string[], chat: ChatModel | null = null) {
  const dataDir = makeTemporaryFolder();
  const report = await ingestInto(dataDir, { paths });
  const archive = await openArchive({ dataDir, log: silentLog });
  onTestFinished(() => archive.close());
  const search = createSearch(archive, null, silentLog);
  const service = createAskService({ archive, search, chat, log: silentLog, clock: () => performance.now() });
  return { dataDir, report, archive, service };
}
