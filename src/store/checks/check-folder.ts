import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Check } from '../../domain/ports.js';
import { folderCheck } from '../../domain/wording/store.js';
import { dataFiles } from '../data-folder.js';
import { broken, ok } from './check-line.js';

/** Less than this is full: one page of a newspaper with its vectors takes some 300 KB. */
const LEAST_FREE = 1 << 20;
/** Less than this is low: some weeks of one newspaper, or one new vector index beside the old one. */
const LITTLE_FREE = 200 << 20;

/**
 * Whether an ingest could write to the data folder, or make it. An archive that may only be read is a choice;
 * without one nothing can run. Changes nothing.
 */
export function checkFolder(dataDir: string): Check {
  const nearest = findNearest(dataDir);
  if (!statSync(nearest).isDirectory())
    return broken(folderCheck.name, folderCheck.notAFolder(nearest), folderCheck.mendPlace());
  if (!isWritable(nearest)) {
    const check = broken(folderCheck.name, folderCheck.readOnly(dataDir), folderCheck.mendRights());
    return existsSync(dataFiles(dataDir).archive) ? { ...check, state: 'off' } : check;
  }
  const free = freeBytes(nearest);
  if (free < LEAST_FREE) return broken(folderCheck.name, folderCheck.full(dataDir), folderCheck.mendFull());
  if (free >= LITTLE_FREE) return ok(folderCheck.name, folderCheck.ok(dataDir));
  return ok(folderCheck.name, folderCheck.low(dataDir, Math.floor(free / (1 << 20))), folderCheck.mendFull());
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
