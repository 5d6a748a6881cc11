import { setImmediate } from 'node:timers/promises';
import type { Log } from '../../domain/ports.js';
import { saveMeta } from '../meta.js';
import type { Database } from '../open-database.js';
import { createGraph, type Graph } from './graph.js';
import { checkSavedGraph, checkUntouchedGraph, loadSavedGraph, saveGraph } from './graph-file.js';
import { loadIndexOwner, type Manifest } from './manifest.js';
import { countVectors, countVectorsAfter, loadVectorsAfter } from './vector-rows.js';

/** A new issue is a small tail; only when tail or dead labels weigh on the search is the file written anew. */
const LARGEST_TAIL_SHARE = 0.05;
const LARGEST_DEAD_SHARE = 0.1;
/** Adding a vector takes about a millisecond, so other work gets its turn between so many. */
const ROWS_AT_ONCE = 50;

type SavingVectors = { database: Database; dataDir: string; log: Log; isThorough?: boolean };

/**
 * Brings the index file up to date where that is due. A whole file with few dead labels is extended, any other
 * is built from the table. Returns whether a file was written. `isThorough`: a file that nobody touched is read too.
 */
export async function saveVectorIndex(
  { database, dataDir, log, isThorough = false }: SavingVectors,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<boolean> {
  const owner = loadIndexOwner(database);
  const total = countVectors(database);
  if (owner === null || total === 0) return false;
  const manifest = await (isThorough ? checkSavedGraph : checkUntouchedGraph)(dataDir, owner);
  const due = judge(database, manifest, total);
  if (due === 'nothing') return false;
  // On the disk before the file is, so that the file is never ahead of the archive, even after a power failure.
  database.pragma('wal_checkpoint(FULL)');
  const held = due === 'extend' ? await loadSavedGraph(dataDir, owner) : null;
  held?.vectors.close();
  const graph = held?.graph ?? createGraph(owner.dimension);
  const after = held?.manifest.lastSequence ?? 0;
  const lastSequence = await addVectorsAfter(database, graph, after, owner.dimension, onProgress);
  const { savedSha256, ...facts } = owner;
  const sha256 = await saveGraph(dataDir, graph, { ...facts, lastSequence });
  if (sha256 !== savedSha256) saveMeta(database, 'indexSha256', sha256);
  log.info({ vectors: graph.count, extended: held !== null }, 'vector index file written');
  return true;
}

function judge(database: Database, manifest: Manifest | null, total: number): 'nothing' | 'extend' | 'build' {
  if (manifest === null) return 'build';
  const tail = countVectorsAfter(database, manifest.lastSequence);
  const dead = manifest.count - (total - tail);
  if (dead > manifest.count * LARGEST_DEAD_SHARE) return 'build';
  return tail > total * LARGEST_TAIL_SHARE ? 'extend' : 'nothing';
}

/** Returns the last sequence that is in the graph. */
async function addVectorsAfter(
  database: Database,
  graph: Graph,
  sequence: number,
  dimension: number,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const total = countVectorsAfter(database, sequence);
  graph.reserve(graph.count + total);
  let last = sequence;
  for (let done = 0; ; await setImmediate()) {
    const rows = loadVectorsAfter(database, last, ROWS_AT_ONCE);
    for (const { chunkId, vector } of rows) {
      // hnswlib would take one that was damaged on the disk, and find nonsense.
      if (vector.length === dimension) graph.add(chunkId, vector);
    }
    last = rows.at(-1)?.sequence ?? last;
    done += rows.length;
    onProgress(done, total);
    if (rows.length < ROWS_AT_ONCE) return last;
  }
}
