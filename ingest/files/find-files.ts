import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as wording from '../../src/domain/wording/ingest.js';
import { isCompanion, isReadable, listEndings } from '../readers/readers.js';

/** A file to ingest, or why a path that was named cannot be. */
export type FoundFile = { path: string; problem: string | null };

/**
 * All files under the paths that some reader knows, in the order of their names. A file named directly is always
 * listed; in folders unknown formats, hidden files and what is no regular file are passed over.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    for (const file of await findUnder(path)) found.set(file.path, file);
  }
  return [...found.values()];
}

async function findUnder(path: string): Promise<FoundFile[]> {
  const absolute = resolve(path);
  const facts = await stat(absolute).catch(() => null);
  if (!facts) return [{ path: absolute, problem: wording.missingPath(path) }];
  if (facts.isDirectory()) {
    const files: FoundFile[] = [];
    await walk(absolute, new Set(), files);
    return files.length ? files : [{ path: absolute, problem: wording.emptyFolder(path, listEndings()) }];
  }
  if (!facts.isFile()) return [{ path: absolute, problem: wording.notAFile(path) }];
  if (isCompanion(absolute)) return [{ path: absolute, problem: wording.servesOthers(path) }];
  return [
    { path: absolute, problem: isReadable(absolute) ? null : wording.unknownFormat(path, listEndings()) },
  ];
}

/** `seen` holds the real paths of the folders above: a link that leads back up is not followed. */
async function walk(folder: string, seen: ReadonlySet<string>, files: FoundFile[]): Promise<void> {
  const real = await realpath(folder);
  if (seen.has(real)) return;
  const below = new Set(seen).add(real);
  const names = await readdir(folder);
  for (const name of names.sort()) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    const facts = await stat(path).catch(() => lstat(path));
    if (facts.isDirectory()) await walk(path, below, files);
    else if (facts.isFile() && isReadable(path)) files.push({ path, problem: null });
  }
}
