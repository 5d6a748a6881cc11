import type { PreparedChunk } from '../domain/ports.js';
import { bumpMeta } from './meta.js';
import type { Database } from './open-database.js';
import { markDead } from './words/mark-dead.js';
import { mergeSegments } from './words/merge-segments.js';
import { PendingWords } from './words/pending-words.js';

/**
 * So many chunks make one segment, and one step of a large file: some 200 MB of memory, half a minute of work. A search looks
 * each term up once in each segment.
 */
const CHUNKS_AT_ONCE = 48_000;

/** So many small segments may be left by commits while a writer lives, and by its end, which merges those of a run at once. */
const MOST_SEGMENTS = { meanwhile: 16, afterwards: 4 };

/** A place in the transaction to which it can be taken back. */
type Mark = { words: number; gone: number };

/**
 * The writer's transaction over several calls, with what the words' index is yet to be told of. It begins with the
 * first change; `commit` writes the words, merges segments and counts the generation up.
 */
export class WriteTransaction {
  private readonly words = new PendingWords();
  private gone: number[] = [];

  constructor(readonly database: Database) {}

  begin(): void {
    if (!this.database.inTransaction) this.database.exec('BEGIN IMMEDIATE');
  }

  addChunk(chunkId: number, terms: PreparedChunk['terms']): void {
    this.words.add(chunkId, terms);
  }

  /** Deletes chunks with their vectors. */
  removeChunks(chunkIds: readonly number[]): void {
    const remove = this.database.prepare('DELETE FROM chunk WHERE chunk_id = ?');
    for (const chunkId of chunkIds) remove.run(chunkId);
    for (const chunkId of chunkIds) this.gone.push(chunkId);
  }

  get isLarge(): boolean {
    return this.words.count >= CHUNKS_AT_ONCE;
  }

  /** Everything after this can be undone alone, until `release`. */
  mark(): Mark {
    this.begin();
    this.database.exec('SAVEPOINT step');
    return { words: this.words.count, gone: this.gone.length };
  }

  release(): void {
    this.database.exec('RELEASE step');
  }

  undo(mark: Mark): void {
    // After some failures, a full disk for one, SQLite has rolled back the whole transaction by itself.
    if (this.database.inTransaction) {
      this.database.exec('ROLLBACK TO step; RELEASE step');
      this.words.truncate(mark.words);
      this.gone.length = mark.gone;
    } else this.forget();
  }

  /** Moves the words since the mark out of memory, without a commit. */
  spill(mark: Mark): void {
    if (this.words.count - mark.words < CHUNKS_AT_ONCE) return;
    this.words.write(this.database, mark.words, new Set());
  }

  commit(): void {
    try {
      if (this.database.inTransaction) {
        this.writeWords();
        bumpMeta(this.database, 'generation');
        this.database.exec('COMMIT');
      }
      this.forget();
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** Leaves as few segments as a search should have to look into. */
  settle(): void {
    this.begin();
    try {
      mergeSegments(this.database, MOST_SEGMENTS.afterwards);
      this.database.exec('COMMIT');
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  rollback(): void {
    if (this.database.inTransaction) this.database.exec('ROLLBACK');
    this.forget();
  }

  private writeWords(): void {
    if (this.words.count === 0 && this.gone.length === 0) return;
    const gone = new Set(this.gone);
    this.words.write(this.database, 0, gone);
    if (gone.size > 0) markDead(this.database, gone);
    mergeSegments(this.database, MOST_SEGMENTS.meanwhile);
  }

  private forget(): void {
    this.words.truncate(0);
    this.gone = [];
  }
}
