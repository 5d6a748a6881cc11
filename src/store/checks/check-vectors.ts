import type { Check } from '../../domain/ports.js';
import { graphCheck, vectorsCheck } from '../../domain/wording/store.js';
import { toVector } from '../blobs.js';
import { loadCoverage } from '../holdings.js';
import { loadEmbeddingModel } from '../meta.js';
import type { Database } from '../open-database.js';
import { dot } from '../vectors/dot.js';
import { checkSavedGraph } from '../vectors/graph-file.js';
import { loadIndexOwner } from '../vectors/manifest.js';
import { countVectorsAfter } from '../vectors/vector-rows.js';
import { broken, off, ok } from './check-line.js';
import { compareVectors } from './compare-vectors.js';

export function checkVectors(database: Database, modelId: string | null): Check {
  const { name } = vectorsCheck;
  const { chunks, vectors } = loadCoverage(database);
  const model = loadEmbeddingModel(database);
  if (vectors === 0) return off(name, vectorsCheck.none());
  const wrong = findWrongVectors(database).length;
  if (wrong > 0) return broken(name, vectorsCheck.wrong(wrong), vectorsCheck.mendWrong());
  return compareVectors({ chunks, vectors, model, modelId });
}

/** Stored vectors have norm 1; what is this far from it was changed on the disk. */
const NORM_TOLERANCE = 1e-2;

/** Chunks whose vector is none of the archive's model: another length, no number in it, no unit vector. */
export function findWrongVectors(database: Database): number[] {
  const dimension = loadEmbeddingModel(database)?.dimension ?? 0;
  const wrong: number[] = [];
  const rows = database.prepare('SELECT chunk_id, embedding FROM vector').raw().iterate();
  for (const [chunkId, blob] of rows as Iterable<[number, Buffer]>) {
    const isRight = blob?.byteLength === dimension * 4 && isUnit(toVector(blob));
    if (!isRight) wrong.push(chunkId);
  }
  return wrong;
}

const isUnit = (vector: Float32Array) => Math.abs(dot(vector, vector, 0) - 1) < NORM_TOLERANCE;

export async function checkGraph(database: Database, dataDir: string): Promise<Check> {
  const { name } = graphCheck;
  const owner = loadIndexOwner(database);
  if (owner === null) return off(name, graphCheck.none());
  const manifest = await checkSavedGraph(dataDir, owner);
  if (manifest === null) return broken(name, graphCheck.broken(), graphCheck.mend());
  return ok(name, graphCheck.ok(manifest.count, countVectorsAfter(database, manifest.lastSequence)));
}
