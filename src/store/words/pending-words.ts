import type { PreparedChunk } from '../../domain/ports.js';
import type { TermBatch } from '../../domain/term-batch.js';
import type { Database } from '../open-database.js';
import { mergeBatches } from './merge-batches.js';
import { MovedPostings } from './moved-postings.js';
import { PostingWriter } from './posting-writer.js';
import { insertSegment, toLength } from './segment.js';
import { TermBatchBuilder } from './term-batch.js';

/** `length` is in terms, `place` that in the batch. */
type PendingChunk = { chunkId: number; length: number; batch: TermBatch | TermBatchBuilder; place: number };

/** A batch with where its chunks are in the segment, −1 for those that are not. */
type MovedBatch = { batch: TermBatch; newPlaces: Int32Array };

/** Chunks on their way into the words' index. */
export class PendingWords {
  private chunks: PendingChunk[] = [];
  /** Takes the terms of chunks that come in no batch. */
  private loose = new TermBatchBuilder();

  get count(): number {
    return this.chunks.length;
  }

  /** Chunks come in order of id; a chunk's terms are repeated as often as they stand in it. */
  add(chunkId: number, terms: PreparedChunk['terms']): void {
    if ('batch' in terms) {
      const { batch, place, count } = terms;
      this.chunks.push({ chunkId, length: toLength(count), batch, place });
    } else {
      const place = this.loose.size;
      const count = this.loose.add([{ words: terms, pairs: [], numbers: [] }]);
      this.chunks.push({ chunkId, length: toLength(count), batch: this.loose, place });
    }
  }

  /** Forgets all but the first `count` chunks. */
  truncate(count: number): void {
    this.chunks.length = count;
    if (count === 0) this.loose = new TermBatchBuilder();
  }

  /** Writes all but the first `from` chunks, without those that have gone, as one segment, and forgets them. */
  write(database: Database, from: number, gone: ReadonlySet<number>): void {
    const chunks = this.chunks.slice(from).filter(({ chunkId }) => !gone.has(chunkId));
    if (chunks.length > 0) writeSegment(database, chunks);
    this.truncate(from);
  }
}

function writeSegment(database: Database, chunks: readonly PendingChunk[]): void {
  const chunkIds = Uint32Array.from(chunks, ({ chunkId }) => chunkId);
  const lengths = Uint16Array.from(chunks, ({ length }) => length);
  const writer = new PostingWriter(database, insertSegment(database, chunkIds, lengths), lengths);
  const moved = moveBatches(chunks);
  const postings = new MovedPostings();
  const batches = moved.map(({ batch }) => batch);
  // In order, so that the table only grows at its end.
  mergeBatches(
    batches,
    (place, rank) => {
      const { batch, newPlaces } = moved[place] as MovedBatch;
      postings.add(batch, batch.starts[rank] as number, batch.starts[rank + 1] as number, newPlaces);
    },
    (term) => writer.insert(term, postings.take()),
  );
  writer.finish();
}

/** The batches of the chunks in the order of their first ones. */
function moveBatches(chunks: readonly PendingChunk[]): MovedBatch[] {
  const moved = new Map<PendingChunk['batch'], MovedBatch>();
  chunks.forEach(({ batch: given, place }, newPlace) => {
    let one = moved.get(given);
    if (!one) {
      const batch = given instanceof TermBatchBuilder ? given.build() : given;
      one = { batch, newPlaces: new Int32Array(batch.chunks).fill(-1) };
      moved.set(given, one);
    }
    one.newPlaces[place] = newPlace;
  });
  return [...moved.values()];
}
