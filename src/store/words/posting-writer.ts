import type { Database, Statement } from '../open-database.js';
import { prepared } from '../prepared.js';
import { encodePostings } from './postings.js';

/** So many rows go in with one statement: half the time of one by one, and more gain no more. */
const ROWS = 32;
const COLUMNS = 4;
const insertRows = (rows: number) =>
  `INSERT INTO postings VALUES ${Array(rows).fill('(?, ?, ?, ?)').join(', ')}`;

/** Puts a segment's terms in, the last of them only with `finish`; `lengths` are those of its chunks. */
export class PostingWriter {
  private readonly statement: Statement;
  private values: unknown[] = [];

  constructor(
    private readonly database: Database,
    private readonly segmentId: number,
    private readonly lengths: Uint16Array,
  ) {
    this.statement = prepared(database, insertRows(ROWS));
  }

  /** `pairs` holds place, frequency, place, frequency, …, places ascending; a term without any is left out. */
  insert(term: string, pairs: readonly number[]): void {
    if (pairs.length === 0) return;
    this.values.push(this.segmentId, term, pairs.length / 2, encodePostings(pairs, this.lengths));
    if (this.values.length < ROWS * COLUMNS) return;
    this.statement.run(this.values);
    this.values = [];
  }

  finish(): void {
    if (this.values.length > 0)
      this.database.prepare(insertRows(this.values.length / COLUMNS)).run(this.values);
    this.values = [];
  }
}
