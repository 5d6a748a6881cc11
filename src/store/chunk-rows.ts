import type { Article, Chunk } from '../domain/article.js';
import type { ChunkInArticle } from '../domain/ports.js';
import { type ArticleRow, SELECT_ARTICLE, toArticle } from './article-rows.js';
import { damagedRow, parseStoredList } from './damaged-row.js';
import type { Database } from './open-database.js';
import { prepared } from './prepared.js';

type ChunkRow = Omit<Chunk, 'articleId' | 'text' | 'times' | 'places'> & {
  articleRow: number;
  times: string;
  places: string;
};

const SELECT_CHUNK = `
  SELECT chunk_id AS chunkId, article_row AS articleRow, ordinal, start_offset AS start, end_offset AS "end", times, places
  FROM chunk`;

/** In the order of the ids; ids that are not there are left out. An article is read once for all of its chunks. */
export function loadChunksInArticles(database: Database, chunkIds: readonly number[]): ChunkInArticle[] {
  const loadChunk = prepared(database, `${SELECT_CHUNK} WHERE chunk_id = ?`);
  const loadArticle = prepared(database, `${SELECT_ARTICLE} WHERE article.article_row = ?`);
  const loadPlaces = prepared(database, 'SELECT code FROM article_place WHERE article_row = ?').pluck();
  const loadAround = (articleRow: number) => {
    const article = loadArticle.get(articleRow) as ArticleRow | undefined;
    return article && { article: toArticle(article), places: loadPlaces.all(articleRow) as string[] };
  };
  const known = new Map<number, Omit<ChunkInArticle, 'chunk'>>();
  return chunkIds.flatMap((chunkId) => {
    const row = loadChunk.get(chunkId) as ChunkRow | undefined;
    const around = row && (known.get(row.articleRow) ?? loadAround(row.articleRow));
    if (row === undefined || around === undefined) return [];
    known.set(row.articleRow, around);
    return [{ chunk: toChunk(row, around.article), ...around }];
  });
}

/** In the order of the ids, those of each article in order. */
export function loadChunksOfArticles(database: Database, articleIds: readonly string[]): Chunk[] {
  const load = prepared(database, `${SELECT_ARTICLE} WHERE article.article_id = ?`);
  const rows = prepared(database, `${SELECT_CHUNK} WHERE article_row = ? ORDER BY ordinal`);
  return articleIds.flatMap((articleId) => {
    const found = load.get(articleId) as ArticleRow | undefined;
    if (found === undefined) return [];
    const article = toArticle(found);
    return (rows.all(found.article_row) as ChunkRow[]).map((row) => toChunk(row, article));
  });
}

function toChunk(
  { articleRow: _, times, places, ...chunk }: ChunkRow,
  { articleId, body }: Pick<Article, 'articleId' | 'body'>,
): Chunk {
  if (typeof body !== 'string') throw damagedRow('body');
  return {
    ...chunk,
    articleId,
    text: body.slice(chunk.start, chunk.end),
    times: parseStoredList(times, 'times'),
    places: parseStoredList(places, 'places'),
  };
}
