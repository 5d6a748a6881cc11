import type { Waiting } from '../src/domain/ingest-watch.js';
import type { ArchiveWriter, Log } from '../src/domain/ports.js';
import type { Settings } from '../src/domain/settings.js';
import { openInTurn } from '../src/store/open-in-turn.js';
import { chooseStore } from '../src/store/store.js';

/** The archive for writing; without `wait` it must be free at once. */
export async function openWriter(settings: Settings, log: Log, wait: Waiting | null): Promise<ArchiveWriter> {
  const store = await chooseStore(settings);
  const open = () => store.openWriter(log);
  return wait === null ? open() : openInTurn(open, wait);
}
