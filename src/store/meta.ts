import type { EmbeddingModel } from '../domain/ports.js';
import type { Database } from './open-database.js';
import { prepared } from './prepared.js';

/**
 * The archive's own facts. `archiveId` tells one archive from another, `generation` grows with every committed
 * change, `vectorEpoch` with every time that all vectors are forgotten; the model is there from the first vector on.
 * `indexSha256` names the index file that was saved last: one of another moment of this archive does not fit.
 */
type MetaKey =
  | 'archiveId'
  | 'generation'
  | 'vectorEpoch'
  | 'embeddingModel'
  | 'embeddingDimension'
  | 'indexSha256';

export function loadMeta(database: Database, key: MetaKey): string | number | null {
  const value = prepared(database, 'SELECT value FROM meta WHERE key = ?').pluck().get(key);
  return (value as string | number | undefined) ?? null;
}

export function saveMeta(database: Database, key: MetaKey, value: string | number): void {
  prepared(database, 'INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, value);
}

/** Adds one to a counter. */
export function bumpMeta(database: Database, key: 'generation' | 'vectorEpoch'): void {
  prepared(database, 'UPDATE meta SET value = value + 1 WHERE key = ?').run(key);
}

export function loadEmbeddingModel(database: Database): EmbeddingModel | null {
  const id = loadMeta(database, 'embeddingModel');
  return id === null ? null : { id: String(id), dimension: Number(loadMeta(database, 'embeddingDimension')) };
}

export function saveEmbeddingModel(database: Database, model: EmbeddingModel): void {
  saveMeta(database, 'embeddingModel', model.id);
  saveMeta(database, 'embeddingDimension', model.dimension);
}

export function dropEmbeddingModel(database: Database): void {
  prepared(database, "DELETE FROM meta WHERE key IN ('embeddingModel', 'embeddingDimension')").run();
}
