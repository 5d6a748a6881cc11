import { stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import type { StoredFile } from '../../src/domain/ports.js';
import type { Found } from '../files/find-files.js';
import { isGone } from './recognise-renamed.js';

/** A file of the archive that stood in a folder given and does not any more. */
export type Vanished = StoredFile & {
  /** The folder that is left of its path seems to be another one than then: the disk may not be mounted. */
  isDoubtful: boolean;
};

/**
 * Of the files of the archive those that have gone from the folders, in which they once were. A folder that is missing, cannot be looked into or
 * in which nothing was found says nothing of its files.
 */
export async function findVanished(stored: readonly StoredFile[], found: Found): Promise<Vanished[]> {
  const isThere = new Set(found.files.map(({ path }) => path));
  const vanished: Vanished[] = [];
  for (const file of stored) {
    const wasHere = file.look?.device !== null;
    const isLookedFor = wasHere && !isThere.has(file.path) && isUnder(file.path, found.roots);
    if (!isLookedFor || isUnder(file.path, found.closed) || !(await isGone(file.path))) continue;
    vanished.push({ ...file, isDoubtful: await isOnOtherDevice(file) });
  }
  return vanished;
}

function isUnder(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
}

async function isOnOtherDevice({ path, look }: StoredFile): Promise<boolean> {
  return look !== null && look.device !== (await findDevice(dirname(path)));
}

/** Of the folder, or the first above it that is there. */
async function findDevice(folder: string): Promise<string | null> {
  const facts = await stat(folder, { bigint: true }).catch(() => null);
  if (facts) return String(facts.dev);
  return folder === dirname(folder) ? null : findDevice(dirname(folder));
}
