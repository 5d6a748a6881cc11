import type { ArrivalMark } from '../domain/ports.js';
import { loadMeta } from './meta.js';
import type { Database } from './open-database.js';
import { prepared } from './prepared.js';

/** SQLite keeps the largest number that was given, also when its row is gone. */
const LAST = "SELECT seq FROM sqlite_sequence WHERE name = 'arrival'";

export function loadLastArrival(database: Database): ArrivalMark {
  const last = prepared(database, LAST).pluck().get() as number | undefined;
  return { archiveId: String(loadMeta(database, 'archiveId')), arrival: last ?? 0 };
}

/** Those after `after` that are still there, oldest first. */
export function listArrivals(
  database: Database,
  after: number,
  limit: number,
): { arrival: number; articleId: string }[] {
  const statement = prepared(
    database,
    `SELECT arrival, article_id AS articleId FROM arrival JOIN article USING (article_row)
     WHERE arrival > ? ORDER BY arrival LIMIT ?`,
  );
  return statement.all(after, limit) as { arrival: number; articleId: string }[];
}

/** So many characters of a beginning or a headline tell one article of a file from the others: more than 图片新闻. */
export const BEGINNING = 40;
export const HEADLINE = 6;

const SELECT_MARKS = `SELECT headline, substr(body, 1, ${BEGINNING}) AS beginning FROM article WHERE article_row = ?`;

/**
 * Of the articles that a file brings in, those that take the place of one that goes from it did not arrive: a page that is
 * taken apart anew or corrected is no news. They are known by their headline or their beginning. Rows of articles.
 */
export function forgetRecutArrivals(
  database: Database,
  inserted: readonly number[],
  going: readonly number[],
): void {
  const marksOf = (row: number): string[] => {
    const { headline, beginning } = prepared(database, SELECT_MARKS).get(row) as {
      headline: string | null;
      beginning: string;
    };
    return [...(headline !== null && headline.length >= HEADLINE ? [`headline ${headline}`] : []), beginning];
  };
  const gone = new Set(going.flatMap(marksOf));
  for (const row of inserted) {
    if (!marksOf(row).some((mark) => gone.has(mark))) continue;
    prepared(database, 'DELETE FROM arrival WHERE article_row = ?').run(row);
  }
}
