import type { Dirent } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as wording from '../../src/domain/wording/ingest.js';
import { dataFiles } from '../../src/store/data-folder.js';
import type { FoundFile } from './find-files.js';

const ARCHIVE = basename(dataFiles('').archive);
/** What is still being written, by the names that programs give it; folders too. */
const UNFINISHED = /^[.~]|~$|\.(?:part|partial|tmp|temp|crdownload|download|filepart)$/iu;
/** Stands in a name where bytes are no UTF-8; such a name leads to no file. */
const REPLACEMENT = '\ufffd';

export type Walked = {
  files: FoundFile[];
  /** The folder itself and those below, as far as they could be looked into. */
  folders: string[];
  /** Folders that could not be looked into; they stand among the files, too, with the reason. */
  closed: string[];
};

/**
 * The wanted files in a folder and those below, in the order of their paths. Each folder is read once, however many links
 * lead to it; a data folder of ours holds nothing to take in.
 */
export async function walkFolder(root: string, isWanted: (path: string) => boolean): Promise<Walked> {
  const walked: Walked = { files: [], folders: [], closed: [] };
  const seen = await listAbove(root);
  let folders = [root];
  // Links wait until all real folders were seen, so that files are known by their own paths.
  let links: string[] = [];
  while (folders.length) {
    const folder = folders.pop() ?? root;
    const listed = await list(folder, seen);
    if (typeof listed === 'string') {
      walked.closed.push(folder);
      walked.files.push({ path: folder, problem: listed });
    } else if (!isDataFolder(listed)) {
      walked.folders.push(folder);
      const below = await lookInto(folder, listed, isWanted);
      for (const file of below.files) walked.files.push(file);
      folders.push(...below.folders);
      links.push(...below.links);
    } else if (folder === root) walked.files.push({ path: root, problem: wording.ownDataFolder(root) });
    if (!folders.length) [folders, links] = [links.reverse(), []];
  }
  walked.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return walked;
}

/** A link to a folder that holds the named one would bring in what nobody named. */
async function listAbove(root: string): Promise<Set<string>> {
  const above = new Set<string>();
  const real = await realpath(root).catch(() => root);
  for (let folder = real; dirname(folder) !== folder; folder = dirname(folder)) above.add(dirname(folder));
  return above;
}

type Below = { files: FoundFile[]; folders: string[]; links: string[] };

async function lookInto(
  folder: string,
  entries: readonly Dirent[],
  isWanted: (path: string) => boolean,
): Promise<Below> {
  const below: Below = { files: [], folders: [], links: [] };
  let unnamable = 0;
  for (const entry of entries.filter(({ name }) => !UNFINISHED.test(name))) {
    const path = join(folder, entry.name);
    const kind = await findKind(path, entry);
    if (kind === 'unnamable') unnamable++;
    else if (kind === 'folder') (entry.isSymbolicLink() ? below.links : below.folders).push(path);
    else if (kind === 'file' && isWanted(path)) below.files.push({ path, problem: null });
  }
  if (unnamable > 0) below.files.push({ path: folder, problem: wording.namesNotUtf8(folder, unnamable) });
  return below;
}

/** What a folder holds, nothing where it was listed before, or why it cannot be listed. */
async function list(folder: string, seen: Set<string>): Promise<Dirent[] | string> {
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return [];
    seen.add(real);
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return wording.unreadable(folder, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

/** Whether a name is that of an archive of ours, so that its folder is a data folder or a backup. */
export const isArchive = (name: string): boolean => basename(name) === ARCHIVE;

const isDataFolder = (entries: readonly Dirent[]): boolean =>
  entries.some((entry) => isArchive(entry.name) && entry.isFile());

type Kind = 'file' | 'folder' | 'unnamable' | 'other';

/** A link that leads nowhere, and what went away meanwhile, is nothing to take in. */
async function findKind(path: string, entry: Dirent): Promise<Kind> {
  if (entry.name.includes(REPLACEMENT) && !(await isThere(path))) return 'unnamable';
  const facts = entry.isFile() || entry.isDirectory() ? entry : await stat(path).catch(() => null);
  if (facts?.isDirectory()) return 'folder';
  return facts?.isFile() ? 'file' : 'other';
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
