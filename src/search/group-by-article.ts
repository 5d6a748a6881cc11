import type { Article, Chunk } from '../domain/article.js';
import type { ChunkInArticle } from '../domain/ports.js';

/** Each article once, in the order of its first chunk, with its chunks. */
export function groupByArticle(loaded: readonly ChunkInArticle[]): { article: Article; chunks: Chunk[] }[] {
  const groups = new Map<string, { article: Article; chunks: Chunk[] }>();
  for (const { chunk, article } of loaded) {
    const group = groups.get(article.articleId);
    if (group) group.chunks.push(chunk);
    else groups.set(article.articleId, { article, chunks: [chunk] });
  }
  return [...groups.values()];
}
