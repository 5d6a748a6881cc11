import type { AllowedChunks } from '../filter.js';
import type { Database } from '../open-database.js';
import type { TopChunks } from '../top-chunks.js';
import { dot } from './dot.js';
import { loadVectorsAfter } from './vector-rows.js';

const ROWS_AT_ONCE = 500;

/** The vectors that are not in the index file, in memory, compared one by one. */
export class VectorTail {
  private readonly blocks: { chunkIds: Uint32Array; matrix: Float32Array }[] = [];
  count = 0;

  constructor(
    private readonly dimension: number,
    private lastSequence: number,
  ) {}

  /** Takes in what has been stored since. Vectors that have gone stay until the next tail. */
  extend(database: Database): void {
    while (this.extendOnce(database));
  }

  /** A step of that, of some milliseconds. Whether there may be more. */
  extendOnce(database: Database): boolean {
    const rows = loadVectorsAfter(database, this.lastSequence, ROWS_AT_ONCE);
    const last = rows.at(-1);
    if (last === undefined) return false;
    const matrix = new Float32Array(rows.length * this.dimension);
    rows.forEach(({ vector }, i) => {
      // One that was damaged on the disk is like nothing.
      if (vector.length === this.dimension) matrix.set(vector, i * this.dimension);
    });
    this.blocks.push({ chunkIds: Uint32Array.from(rows, ({ chunkId }) => chunkId), matrix });
    this.lastSequence = last.sequence;
    this.count += rows.length;
    return rows.length === ROWS_AT_ONCE;
  }

  search(vector: Float32Array, best: TopChunks, allowed: AllowedChunks | null): void {
    for (const { chunkIds, matrix } of this.blocks) {
      for (let i = 0; i < chunkIds.length; i++) {
        const chunkId = chunkIds[i] as number;
        if (allowed !== null && !allowed.has(chunkId)) continue;
        const score = dot(vector, matrix, i * this.dimension);
        if (score >= best.threshold) best.offer(chunkId, score);
      }
    }
  }
}
