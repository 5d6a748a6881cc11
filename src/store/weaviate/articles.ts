import type { Article, Chunk } from '../../domain/article.js';
import type { ChunkInArticle } from '../../domain/ports.js';
import { MOST_RESULTS } from './collection.js';
import { cutInto } from './cut-batches.js';
import { anyOf, type Condition } from './filter-value.js';
import { fileUuid } from './ids.js';
import {
  ARTICLE,
  CHUNK,
  type StoredArticle,
  type StoredChunk,
  toChunk,
  toStoredArticle,
  toStoredChunk,
} from './objects.js';
import type { View } from './read-session.js';

/** Looked up with one request. */
const AT_ONCE = 500;

/** By their ids, those that are to be seen. Of an article that two machines stored differently at once one counts. */
export async function findArticles(
  view: View,
  articleIds: readonly string[],
): Promise<Map<string, StoredArticle>> {
  const found = new Map<string, StoredArticle>();
  for (const one of await findVersions(view, articleIds)) {
    if (!found.has(one.article.articleId)) found.set(one.article.articleId, one);
  }
  return found;
}

/** All versions of them that are to be seen. */
export async function findVersions(view: View, articleIds: readonly string[]): Promise<StoredArticle[]> {
  const found: StoredArticle[] = [];
  for (const some of cutInto([...new Set(articleIds)], AT_ONCE)) {
    const filter = view.seen('article', anyOf('articleId', some));
    const stored = await view.collections.articles.find({ filter, limit: MOST_RESULTS, properties: ARTICLE });
    found.push(...stored.map(toStoredArticle).sort(byVersion));
  }
  return found;
}

const byVersion = (a: StoredArticle, b: StoredArticle) => (a.version < b.version ? -1 : 1);

/** Of the ids those of articles that are to be seen and that a condition lets through; null is everything. */
export async function findHeld(
  view: View,
  articleIds: readonly string[],
  condition: Condition | null = null,
): Promise<Set<string>> {
  const held = new Set<string>();
  for (const some of cutInto([...new Set(articleIds)], AT_ONCE)) {
    const filter = view.seen('article', anyOf('articleId', some), condition);
    const properties = ['articleId'];
    const found = await view.collections.articles.find({ filter, limit: MOST_RESULTS, properties });
    for (const one of found) held.add(String(one.properties.articleId));
  }
  return held;
}

export async function loadArticles(view: View, articleIds: readonly string[]): Promise<Article[]> {
  const found = await findArticles(view, articleIds);
  return articleIds.flatMap((articleId) => found.get(articleId)?.article ?? []);
}

export async function loadPlaces(view: View, articleIds: readonly string[]): Promise<string[][]> {
  const found = await findArticles(view, articleIds);
  return articleIds.map((articleId) => [...(found.get(articleId)?.places ?? [])]);
}

export async function loadChunksInArticles(
  view: View,
  chunkIds: readonly number[],
): Promise<ChunkInArticle[]> {
  const chunks = await view.session.chunks.getAll(chunkIds, (missing) => loadChunks(view, missing));
  const wanted = chunkIds.flatMap((chunkId) => chunks.get(chunkId) ?? []);
  const around = await view.loadVersions(wanted.map(({ version }) => version));
  return wanted.flatMap((stored) => {
    const held = around.get(stored.version);
    if (held === undefined) return [];
    return [{ chunk: toChunk(stored, held.article), article: held.article, places: [...held.places] }];
  });
}

async function loadChunks(view: View, chunkIds: readonly number[]): Promise<[number, StoredChunk][]> {
  const found: StoredChunk[] = [];
  for (const some of cutInto(chunkIds, AT_ONCE)) {
    const asked = { filter: anyOf('number', some), limit: MOST_RESULTS, properties: CHUNK };
    found.push(...(await view.collections.chunks.find(asked)).map(toStoredChunk));
  }
  return found.map((chunk) => [chunk.chunkId, chunk]);
}

/** In the order of the ids, those of each article in order. */
export async function loadChunksOfArticles(view: View, articleIds: readonly string[]): Promise<Chunk[]> {
  const held = await findArticles(view, articleIds);
  const byVersion = new Map<string, StoredChunk[]>();
  for (const some of cutByChunks([...held.values()])) {
    const filter = anyOf('version', some);
    const found = await view.collections.chunks.find({ filter, limit: MOST_RESULTS, properties: CHUNK });
    for (const chunk of found.map(toStoredChunk))
      byVersion.set(chunk.version, [...(byVersion.get(chunk.version) ?? []), chunk]);
  }
  return articleIds.flatMap((articleId) => {
    const { version, article } = held.get(articleId) ?? {};
    if (version === undefined || article === undefined) return [];
    const chunks = (byVersion.get(version) ?? []).sort((a, b) => a.ordinal - b.ordinal);
    return chunks.map((chunk) => toChunk(chunk, article));
  });
}

/** Versions whose chunks are looked up together. */
function cutByChunks(articles: readonly StoredArticle[]): string[][] {
  const cut: string[][] = [];
  let waiting = MOST_RESULTS;
  for (const { version, chunks } of articles) {
    if (waiting + chunks > MOST_RESULTS / 2) {
      cut.push([]);
      waiting = 0;
    }
    cut.at(-1)?.push(version);
    waiting += chunks;
  }
  return cut;
}

/** In the order in which the file prints them; none for a path that was never taken in. */
export async function* listArticlesOfFile(view: View, path: string): AsyncGenerator<Article> {
  const file = await view.collections.files.load(fileUuid(path));
  const ids = (file?.articles as string[] | undefined) ?? [];
  for (const some of cutInto(ids, AT_ONCE)) yield* await loadArticles(view, some);
}
