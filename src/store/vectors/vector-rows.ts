import { toVector } from '../blobs.js';
import type { Database } from '../open-database.js';
import { prepared } from '../prepared.js';

const NOTHING = Buffer.alloc(0);

type VectorRow = { sequence: number; chunkId: number; vector: Float32Array };

/** In order of sequence, from the first above `after`. */
export function loadVectorsAfter(database: Database, after: number, limit: number): VectorRow[] {
  const sql = `SELECT sequence, chunk_id AS chunkId, embedding FROM vector
    WHERE sequence > ? ORDER BY sequence LIMIT ?`;
  const rows = prepared(database, sql).all(after, limit) as {
    sequence: number;
    chunkId: number;
    embedding: Buffer;
  }[];
  return rows.map(({ sequence, chunkId, embedding }) => ({
    sequence,
    chunkId,
    vector: toVector(embedding ?? NOTHING),
  }));
}

/** In the order of the ids; null where a chunk has none. */
export function loadVectors(database: Database, chunkIds: readonly number[]): (Float32Array | null)[] {
  const load = prepared(database, 'SELECT embedding FROM vector WHERE chunk_id = ?').pluck();
  return chunkIds.map((chunkId) => {
    const embedding = load.get(chunkId) as Buffer | undefined;
    return embedding === undefined ? null : toVector(embedding);
  });
}

export function countVectors(database: Database): number {
  return database.prepare('SELECT count(*) FROM vector').pluck().get() as number;
}

export function countVectorsAfter(database: Database, sequence: number): number {
  return database.prepare('SELECT count(*) FROM vector WHERE sequence > ?').pluck().get(sequence) as number;
}
