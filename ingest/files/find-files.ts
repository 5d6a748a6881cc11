import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as wording from '../../src/domain/wording/ingest.js';
import { isCompanion, isReadable, listEndings } from '../readers/readers.js';

/** A file to ingest, or why a path that was named cannot be. */
export type FoundFile = { path: string; problem: string | null };

export type Found = {
  files: FoundFile[];
  /** Folders that were named and hold something to ingest. */
  roots: string[];
  /** All folders that were looked into, the named ones and those below them. */
  folders: string[];
  /** Folders that could not be. */
  closed: string[];
};

/** What is still being written, by the names that programs give it; folders too. */
const UNFINISHED = /^[.~]|~$|\.(?:part|partial|tmp|temp|crdownload|download|filepart)$/iu;

/**
 * All files under the paths that some reader knows, in the order of their names. A file named directly is always
 * listed; in folders unknown formats, hidden and unfinished files and what is no regular file are passed over.
 */
export async function findFiles(paths: readonly string[]): Promise<Found> {
  const files = new Map<string, FoundFile>();
  const found: Found = { files: [], roots: [], folders: [], closed: [] };
  for (const path of paths) {
    for (const file of await findUnder(path, found)) files.set(file.path, file);
  }
  return { ...found, files: [...files.values()] };
}

async function findUnder(path: string, found: Found): Promise<FoundFile[]> {
  const absolute = resolve(path);
  const facts = await stat(absolute).catch(() => null);
  if (!facts) return [{ path: absolute, problem: wording.missingPath(path) }];
  if (facts.isDirectory()) return findInFolder(path, absolute, found);
  if (!facts.isFile()) return [{ path: absolute, problem: wording.notAFile(path) }];
  if (isCompanion(absolute)) return [{ path: absolute, problem: wording.servesOthers(path) }];
  return [
    { path: absolute, problem: isReadable(absolute) ? null : wording.unknownFormat(path, listEndings()) },
  ];
}

async function findInFolder(path: string, absolute: string, found: Found): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  await walk(absolute, new Set(), files, found);
  if (files.length === 0) return [{ path: absolute, problem: wording.emptyFolder(path, listEndings()) }];
  found.roots.push(absolute);
  return files;
}

/** `seen` holds the real paths of the folders above: a link that leads back up is not followed. */
async function walk(
  folder: string,
  seen: ReadonlySet<string>,
  files: FoundFile[],
  { folders, closed }: Pick<Found, 'folders' | 'closed'>,
): Promise<void> {
  const listed = await list(folder);
  if (listed instanceof Error) {
    closed.push(folder);
    files.push({ path: folder, problem: wording.unreadable(folder, listed.code ?? listed.message) });
    return;
  }
  if (seen.has(listed.real)) return;
  folders.push(folder);
  const below = new Set(seen).add(listed.real);
  for (const name of listed.names) {
    if (UNFINISHED.test(name)) continue;
    const path = join(folder, name);
    const facts = await stat(path).catch(() => lstat(path).catch(() => null));
    if (facts?.isDirectory()) await walk(path, below, files, { folders, closed });
    else if (facts?.isFile() && isReadable(path)) files.push({ path, problem: null });
  }
}

async function list(folder: string): Promise<{ real: string; names: string[] } | NodeJS.ErrnoException> {
  try {
    return { real: await realpath(folder), names: (await readdir(folder)).sort() };
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}
