import { closeSync, openSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { readPart } from '../../system/read-part.js';
import { lowerBound } from '../words/segment.js';
import { GRAPH_HEADER_BYTES, type GraphLayout, readLayout } from './graph-layout.js';

const READ_AT_ONCE = 1 << 20;

/**
 * The vectors in the file of a loaded graph, read one by one: a question compares some ninety chunks that its words found,
 * and a look into SQLite takes five times as long. The open file stays this one when another takes its name.
 */
export class GraphVectors {
  private readonly vector: Float32Array;
  private readonly bytes: Uint8Array;

  private constructor(
    private readonly file: number,
    private readonly layout: GraphLayout,
    /** Ascending, and where each of them stands in the file. */
    private readonly chunkIds: Uint32Array,
    private readonly places: Uint32Array,
    dimension: number,
  ) {
    this.vector = new Float32Array(dimension);
    this.bytes = new Uint8Array(this.vector.buffer);
  }

  /** The file must have been checked before. Throws what the file system throws. */
  static async open(path: string, dimension: number): Promise<GraphVectors> {
    const handle = await open(path, 'r');
    try {
      const layout = readLayout(await readPart(handle, 0, GRAPH_HEADER_BYTES));
      const labels = await readLabels(handle, layout);
      const places = Uint32Array.from(labels.keys()).sort(
        (a, b) => (labels[a] as number) - (labels[b] as number),
      );
      const chunkIds = places.map((place) => labels[place] as number);
      return new GraphVectors(openSync(path, 'r'), layout, chunkIds, places, dimension);
    } finally {
      await handle.close();
    }
  }

  /** Valid until the next call; null where the file holds no vector of the chunk, or cannot be read. */
  load(chunkId: number): Float32Array | null {
    const at = lowerBound(this.chunkIds, chunkId);
    if (this.chunkIds[at] !== chunkId) return null;
    const { elementBytes, vectorOffset } = this.layout;
    const position = GRAPH_HEADER_BYTES + (this.places[at] as number) * elementBytes + vectorOffset;
    return this.read(position) === this.bytes.length ? this.vector : null;
  }

  private read(position: number): number {
    try {
      return readSync(this.file, this.bytes, 0, this.bytes.length, position);
    } catch {
      return 0;
    }
  }

  close(): void {
    closeSync(this.file);
  }
}

async function readLabels(handle: FileHandle, layout: GraphLayout): Promise<Uint32Array> {
  const { count, elementBytes, labelOffset } = layout;
  const labels = new Uint32Array(count);
  const atOnce = Math.max(1, Math.floor(READ_AT_ONCE / elementBytes));
  for (let first = 0; first < count; first += atOnce) {
    const elements = Math.min(atOnce, count - first);
    const part = await readPart(handle, GRAPH_HEADER_BYTES + first * elementBytes, elements * elementBytes);
    for (let i = 0; i < elements; i++) labels[first + i] = part.readUInt32LE(i * elementBytes + labelOffset);
  }
  return labels;
}
