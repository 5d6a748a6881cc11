import type { Database } from '../open-database.js';

type PostingRow = { term: string; count: number; data: Buffer };

const ROWS_AT_ONCE = 1000;

/** Walks through a segment's terms in SQLite's order, a page of rows at a time. */
export class TermCursor {
  private rows: PostingRow[];
  private at = 0;

  constructor(
    private readonly database: Database,
    private readonly segmentId: number,
  ) {
    this.rows = this.loadRows('term >= ?', '');
  }

  get current(): PostingRow | null {
    return this.rows[this.at] ?? null;
  }

  advance(): void {
    this.at++;
    const last = this.rows.at(-1);
    if (this.at < this.rows.length || last === undefined) return;
    this.rows = this.loadRows('term > ?', last.term);
    this.at = 0;
  }

  private loadRows(condition: string, term: string): PostingRow[] {
    const sql = `SELECT term, count, data FROM postings WHERE segment_id = ? AND ${condition} ORDER BY term LIMIT ?`;
    return this.database.prepare(sql).all(this.segmentId, term, ROWS_AT_ONCE) as PostingRow[];
  }
}

/** The smallest term that any cursor stands at, with its row from each cursor that has it; those move on. */
export function takeSmallestTerm(cursors: readonly TermCursor[]) {
  let term: string | null = null;
  for (const { current } of cursors) {
    if (current !== null && (term === null || compareTerms(current.term, term) < 0)) term = current.term;
  }
  if (term === null) return null;
  const rows: { cursor: number; count: number; data: Buffer }[] = [];
  cursors.forEach((cursor, index) => {
    if (cursor.current === null || cursor.current.term !== term) return;
    rows.push({ cursor: index, count: cursor.current.count, data: cursor.current.data });
    cursor.advance();
  });
  return { term, rows };
}

/** SQLite compares UTF-8 bytes, which is the order of code points; JavaScript's < compares UTF-16 units. */
export function compareTerms(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const first = a.charCodeAt(i);
    const second = b.charCodeAt(i);
    if (first !== second) return toCodePointOrder(first) - toCodePointOrder(second);
  }
  return a.length - b.length;
}

/** Surrogates (characters beyond U+FFFF) move behind U+E000 to U+FFFF. */
function toCodePointOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
