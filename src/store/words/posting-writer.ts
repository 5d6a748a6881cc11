import type { Database } from '../open-database.js';
import { encodePostings } from './postings.js';

/** Puts a segment's terms in; `lengths` are those of its chunks. */
export class PostingWriter {
  private readonly statement;

  constructor(
    database: Database,
    private readonly segmentId: number,
    private readonly lengths: Uint16Array,
  ) {
    this.statement = database.prepare('INSERT INTO posting_list VALUES (?, ?, ?, ?)');
  }

  /** `pairs` holds place, frequency, place, frequency, …, places ascending. */
  insert(term: string, pairs: readonly number[]): void {
    this.statement.run(this.segmentId, term, pairs.length / 2, encodePostings(pairs, this.lengths));
  }
}
