import type { Database } from './open-database.js';
import { prepared } from './prepared.js';

/** Codes of the divisions that each article names, in the order of the ids; none for ids that are not there. */
export function loadPlaces(database: Database, articleIds: readonly string[]): string[][] {
  const statement = prepared(
    database,
    'SELECT code FROM article_place JOIN article USING (article_row) WHERE article_id = ?',
  ).pluck();
  return articleIds.map((articleId) => statement.all(articleId) as string[]);
}
