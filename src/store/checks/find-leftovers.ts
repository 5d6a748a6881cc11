import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files that a process which was killed did not come to rename or remove; nothing stands only in them. */
const LEFTOVER =
  /^(?:vectors\.(?:hnsw|json)\.part|(?:archive|bot)\.sqlite\.salvaged(?:-wal|-shm|-journal)?)$/;

/** Their paths. While a writer is at work they may be its own. */
export function findLeftovers(dataDir: string): string[] {
  try {
    return readdirSync(dataDir)
      .filter((name) => LEFTOVER.test(name))
      .map((name) => join(dataDir, name));
  } catch {
    return [];
  }
}
