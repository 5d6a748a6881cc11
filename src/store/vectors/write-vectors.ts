import { EmbeddingMismatchError, StoreError } from '../../domain/errors.js';
import type { EmbeddingModel, UnembeddedChunk } from '../../domain/ports.js';
import { chunkOfVectorMissing, otherEmbeddingModel } from '../../domain/wording/store.js';
import { toBlob } from '../blobs.js';
import { bumpMeta, dropEmbeddingModel, loadEmbeddingModel, saveEmbeddingModel } from '../meta.js';
import type { Database } from '../open-database.js';
import { toUnitVector } from './unit-vector.js';

/** Stores vectors; a chunk that has one keeps it. Belongs in an open transaction. Errors: see ArchiveWriter. */
export function addVectors(
  database: Database,
  model: EmbeddingModel,
  rows: readonly { chunkId: number; vector: Float32Array }[],
): void {
  const stored = loadEmbeddingModel(database);
  if (stored === null) saveEmbeddingModel(database, model);
  else if (stored.id !== model.id || stored.dimension !== model.dimension) {
    throw new EmbeddingMismatchError(otherEmbeddingModel(stored, model));
  }
  const hasChunk = database.prepare('SELECT 1 FROM chunk WHERE chunk_id = ?').pluck();
  const insert = database.prepare('INSERT OR IGNORE INTO vector (chunk_id, embedding) VALUES (?, ?)');
  for (const { chunkId, vector } of rows) {
    if (hasChunk.get(chunkId) === undefined) throw new StoreError(chunkOfVectorMissing(chunkId));
    insert.run(chunkId, toBlob(toUnitVector(vector, model)));
  }
}

/** Belongs in an open transaction. */
export function dropVectors(database: Database): void {
  database.prepare('DELETE FROM vector').run();
  dropEmbeddingModel(database);
  bumpMeta(database, 'vectorEpoch');
}

/** In order of id, from the first id above `after`. */
export function listUnembedded(database: Database, after: number, limit: number): UnembeddedChunk[] {
  const sql = `
    SELECT chunk_id AS chunkId, start_offset AS start, end_offset AS "end", headline, body
    FROM chunk JOIN article USING (article_row)
    WHERE chunk_id > ? AND NOT EXISTS (SELECT 1 FROM vector WHERE vector.chunk_id = chunk.chunk_id)
    ORDER BY chunk_id LIMIT ?`;
  const rows = database.prepare(sql).all(after, limit) as {
    chunkId: number;
    start: number;
    end: number;
    headline: string | null;
    body: string;
  }[];
  return rows.map(({ chunkId, headline, body, start, end }) => ({
    chunkId,
    headline,
    text: body.slice(start, end),
  }));
}

/** Chunks and vectors are one to one, so a difference of two counts will do. */
export function countUnembedded(database: Database): number {
  return database
    .prepare('SELECT (SELECT count(*) FROM chunk) - (SELECT count(*) FROM vector)')
    .pluck()
    .get() as number;
}
