import type { Waiting } from '../src/domain/ingest-watch.js';
import type { ArchiveWriter, Log } from '../src/domain/ports.js';
import type { Settings } from '../src/domain/settings.js';
import { openInTurn } from '../src/store/open-in-turn.js';
import { openArchiveWriter } from '../src/store/writer.js';

/** The archive for writing; without `wait` it must be free at once. */
export function openWriter({ dataDir }: Settings, log: Log, wait: Waiting | null): Promise<ArchiveWriter> {
  const open = () => openArchiveWriter({ dataDir, log });
  return wait === null ? open() : openInTurn(open, wait);
}
