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
