import { readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { founderIndexVariant, type PageIndex, readIndex } from './founder-index.js';
import { openHtmlPage } from './html-page.js';

const INDEX_NAME = /(?:^|[_-])(?:node_[a-z]?\d+|nbs\.[\w.]+)\.s?html?$/iu;
const ARTICLE_NAME = /(?:^|[_-])(?:content_\d+(?:_\d+)*|nw\.[\w.-]+)\.s?html?$/iu;
/** Newer systems keep the indexes of an issue in layout/202412/25 and its articles in content/202412/25. */
const TREES = /([\\/])(layout|content|con)([\\/]\d{6}[\\/]\d{2})$/u;
/** Indexes that are kept taken apart: those of a few issues. */
const MOST_KEPT = 400;

const bareName = (path: string): string => basename(path.replace(/\.gz$/iu, ''));

/** Whether a file is the index of a page whose articles stand in files beside it. */
export function isIndexFile(path: string): boolean {
  if (!INDEX_NAME.test(bareName(path))) return false;
  return listFolders(path).some((folder) =>
    listNames(folder).some((name) => ARTICLE_NAME.test(bareName(name))),
  );
}

type KeptIndex = { changed: string; index: PageIndex | null };

/** Finds the indexes that list an article's file. Each index is taken apart once, until it changes. */
export function createIndexFinder(): (path: string) => Promise<{ path: string; index: PageIndex }[]> {
  const kept = new Map<string, KeptIndex>();
  const read = async (path: string): Promise<PageIndex | null> => {
    const { mtimeMs, size } = await stat(path);
    const changed = `${mtimeMs}-${size}`;
    const known = kept.get(path);
    if (known?.changed === changed) return known.index;
    const page = await openHtmlPage(path).catch(() => null);
    const index = page && founderIndexVariant.accepts(page) ? readIndex(page) : null;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(path, { changed, index });
    return index;
  };
  return async (path) => {
    const name = bareName(path).toLowerCase();
    if (!ARTICLE_NAME.test(name)) return [];
    const found: { path: string; index: PageIndex }[] = [];
    for (const folder of listFolders(path)) {
      for (const other of listNames(folder).filter((file) => INDEX_NAME.test(bareName(file)))) {
        const index = await read(join(folder, other)).catch(() => null);
        if (index && [...index.articles.keys()].some((file) => name === file || name.endsWith(`_${file}`)))
          found.push({ path: join(folder, other), index });
      }
    }
    return found;
  };
}

function listFolders(path: string): string[] {
  const folder = dirname(path);
  const others = ['layout', 'content', 'con'].map((tree) => folder.replace(TREES, `$1${tree}$3`));
  return [...new Set([folder, ...others])];
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
