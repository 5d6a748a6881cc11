import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Check } from '../domain/ports.js';
import { folderCheck } from '../domain/wording/store.js';
import { dataFiles } from './data-folder.js';

/** Less than this is full: one page of a newspaper with its vectors takes some 300 KB. */
const LEAST_FREE = 1 << 20;

/**
 * Whether an ingest could write to the data folder, or make it. An archive that may only be read is a choice;
 * without one nothing can run. Changes nothing.
 */
export function checkFolder(dataDir: string): Check {
  const nearest = findNearest(dataDir);
  if (!statSync(nearest).isDirectory())
    return broken(folderCheck.notAFolder(nearest), folderCheck.mendPlace());
  if (!isWritable(nearest)) {
    const check = broken(folderCheck.readOnly(dataDir), folderCheck.mendRights());
    return existsSync(dataFiles(dataDir).archive) ? { ...check, state: 'off' } : check;
  }
  if (freeBytes(nearest) < LEAST_FREE) return broken(folderCheck.full(dataDir), folderCheck.mendFull());
  return { name: folderCheck.name, state: 'ok', message: folderCheck.ok(dataDir), mend: null };
}

/** The path itself, or the first above it that is there. */
function findNearest(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : findNearest(dirname(path));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some file systems of the network and of the kernel report no sizes at all. */
function freeBytes(folder: string): number {
  const { bavail, bsize, blocks } = statfsSync(folder);
  return blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize;
}

const broken = (message: string, mend: string): Check => ({
  name: folderCheck.name,
  state: 'broken',
  message,
  mend,
});
