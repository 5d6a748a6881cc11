import type { Chunk } from '../domain/article.js';
import { damagedRow, parseStoredList } from './damaged-row.js';
import type { Database } from './open-database.js';
import { prepared } from './prepared.js';

type ChunkRow = Omit<Chunk, 'text' | 'times' | 'places'> & { times: string; places: string; body: string };

const SELECT_CHUNK = `
  SELECT chunk_id AS chunkId, article_id AS articleId, ordinal, start_offset AS start, end_offset AS "end", times, places, body
  FROM chunk JOIN article USING (article_row)`;

/** In the order of the ids; ids that are not there are left out. */
export function loadChunks(database: Database, chunkIds: readonly number[]): Chunk[] {
  const statement = prepared(database, `${SELECT_CHUNK} WHERE chunk_id = ?`);
  return chunkIds.flatMap((chunkId) => (statement.all(chunkId) as ChunkRow[]).map(toChunk));
}

/** In order. */
export function loadChunksOfArticle(database: Database, articleId: string): Chunk[] {
  const statement = prepared(database, `${SELECT_CHUNK} WHERE article_id = ? ORDER BY ordinal`);
  return (statement.all(articleId) as ChunkRow[]).map(toChunk);
}

function toChunk({ body, times, places, ...chunk }: ChunkRow): Chunk {
  if (typeof body !== 'string') throw damagedRow('body');
  return {
    ...chunk,
    text: body.slice(chunk.start, chunk.end),
    times: parseStoredList(times, 'times'),
    places: parseStoredList(places, 'places'),
  };
}
