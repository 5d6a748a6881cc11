import { readdirSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unpackedName } from '../../files/unpacked-name.js';
import { founderIndexVariant, isSameFile, type PageIndex, readIndex } from './founder-index.js';
import { openHtmlPage } from './html-page.js';

const INDEX_NAME = /(?:^|[_-])(?:node_[a-z]?\d+|nbs\.[\w.]+)\.s?html?$/iu;
const ARTICLE_NAME = /(?:^|[_-])(?:content_\d+(?:_\d+)*|nw\.[\w.-]+)\.s?html?$/iu;
/** Newer systems keep the indexes of an issue in layout/202412/25 and its articles in content/202412/25. */
const TREES = /([\\/])(layout|content|con)([\\/]\d{6}[\\/]\d{2})$/u;
/** Indexes and folders that are kept known: those of a few issues. */
const MOST_KEPT = 400;

const bareName = (path: string): string => basename(unpackedName(path));

type Folder = { changed: number; indexes: string[]; hasArticles: boolean };
type KeptIndex = { changed: string; index: PageIndex | null };

/** An index that lists an article, and the headline that it gives it. */
export type ListingIndex = { path: string; index: PageIndex; headline: string | null };

/** Finds which indexes list which articles. What was read of folders and files is kept until they change. */
export type IndexFinder = {
  /** Whether a file is the index of a page whose articles stand in files beside it. */
  isIndex(path: string): boolean;
  /** The indexes that list the article of a file. */
  find(path: string): Promise<ListingIndex[]>;
};

export function createIndexFinder(): IndexFinder {
  const folders = new Map<string, Folder>();
  const indexes = new Map<string, KeptIndex>();
  const lookInto = (path: string): Folder => keep(folders, path, readFolder(path, folders.get(path)));
  const read = async (path: string): Promise<PageIndex | null> => {
    const { mtimeMs, size } = await stat(path);
    const changed = `${mtimeMs}-${size}`;
    const known = indexes.get(path);
    if (known?.changed === changed) return known.index;
    const page = await openHtmlPage(path, null).catch(() => null);
    const index = page && founderIndexVariant.accepts(page) ? readIndex(page) : null;
    return keep(indexes, path, { changed, index }).index;
  };
  return {
    isIndex: (path) =>
      INDEX_NAME.test(bareName(path)) && listFolders(path).some((folder) => lookInto(folder).hasArticles),
    async find(path) {
      const name = bareName(path).toLowerCase();
      if (!ARTICLE_NAME.test(name)) return [];
      const found: ListingIndex[] = [];
      const paths = listFolders(path).flatMap((folder) =>
        lookInto(folder).indexes.map((other) => join(folder, other)),
      );
      for (const other of paths) {
        const index = await read(other).catch(() => null);
        const listed = [...(index?.articles ?? [])].find(([file]) => isSameFile(name, file));
        if (index && listed) found.push({ path: other, index, headline: listed[1].headline });
      }
      return found;
    },
  };
}

function keep<Value>(kept: Map<string, Value>, key: string, value: Value): Value {
  if (kept.size >= MOST_KEPT && !kept.has(key)) kept.clear();
  kept.set(key, value);
  return value;
}

function listFolders(path: string): string[] {
  const folder = dirname(path);
  const others = ['layout', 'content', 'con'].map((tree) => folder.replace(TREES, `$1${tree}$3`));
  return [...new Set([folder, ...others])];
}

function readFolder(folder: string, known: Folder | undefined): Folder {
  try {
    const { mtimeMs } = statSync(folder);
    if (known?.changed === mtimeMs) return known;
    const names = readdirSync(folder).sort();
    return {
      changed: mtimeMs,
      indexes: names.filter((name) => INDEX_NAME.test(bareName(name))),
      hasArticles: names.some((name) => ARTICLE_NAME.test(bareName(name))),
    };
  } catch {
    return { changed: 0, indexes: [], hasArticles: false };
  }
}
