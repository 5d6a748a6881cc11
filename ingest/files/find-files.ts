import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as wording from '../../src/domain/wording/ingest.js';
import { oldWord, packedOtherwise } from '../../src/domain/wording/ingest-packed.js';
import { isPackedOtherwise } from '../packed/is-packed-otherwise.js';
import { isCompanion, isReadable, listEndings } from '../readers/readers.js';
import { type Walked, walkFolder } from './walk-folder.js';

/** A file to ingest, or why a path that was named cannot be. */
export type FoundFile = { path: string; problem: string | null };

export type Found = {
  files: FoundFile[];
  /** Folders that were named and hold something to ingest. */
  roots: string[];
} & Pick<Walked, 'folders' | 'closed'>;

const OLD_WORD = /\.(?:doc|wps)$/iu;

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
  const facts = await stat(absolute).catch((error: NodeJS.ErrnoException) => error);
  if (facts instanceof Error) return [{ path: absolute, problem: describe(path, facts) }];
  if (facts.isDirectory()) return findInFolder(path, absolute, found);
  return [{ path: absolute, problem: facts.isFile() ? findProblem(absolute) : wording.notAFile(absolute) }];
}

async function findInFolder(path: string, absolute: string, found: Found): Promise<FoundFile[]> {
  const { files, folders, closed } = await walkFolder(absolute, isReadable);
  found.folders.push(...folders);
  found.closed.push(...closed);
  if (files.some(({ problem }) => problem === null)) found.roots.push(absolute);
  return files.length ? files : [{ path: absolute, problem: wording.emptyFolder(path, listEndings()) }];
}

function describe(path: string, { code = '' }: NodeJS.ErrnoException): string {
  return code === 'ENOENT' || code === 'ENOTDIR' ? wording.missingPath(path) : wording.unreadable(path, code);
}

function findProblem(path: string): string | null {
  if (isCompanion(path)) return wording.servesOthers(path);
  if (isReadable(path)) return null;
  if (isPackedOtherwise(path)) return packedOtherwise(path);
  return OLD_WORD.test(path) ? oldWord(path) : wording.unknownFormat(path, listEndings());
}
