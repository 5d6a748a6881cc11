import { sep } from 'node:path';
import type { RemovalPlan, RemovalTarget } from '../domain/removal.js';
import { filterCondition } from './filter.js';
import type { Database } from './open-database.js';

/** What a removal would take out, without doing it. */
export function planRemoval(database: Database, target: RemovalTarget): RemovalPlan {
  if (target.by === 'file') return planFiles(database, target.path);
  const going =
    target.by === 'issue' ? findIssue(database, target) : findArticles(database, target.articleIds);
  const filesOf = database
    .prepare(
      `SELECT path FROM article JOIN article_file USING (article_row) JOIN source_file USING (file_id)
       WHERE article_id = ? ORDER BY path`,
    )
    .pluck();
  const held = going.map((articleId) => ({ articleId, files: filesOf.all(articleId) as string[] }));
  return { files: [], going, staying: [], shared: held.filter(({ files }) => files.length > 1) };
}

function findIssue(database: Database, { newspaper, date }: { newspaper: string; date: string }): string[] {
  const { sql, values } = filterCondition({ newspaper, from: date, to: date });
  const statement = database.prepare(
    `SELECT article_id FROM article WHERE ${sql} ORDER BY page, article_row`,
  );
  return statement.pluck().all(...values) as string[];
}

function findArticles(database: Database, articleIds: readonly string[]): string[] {
  const isThere = database.prepare('SELECT 1 FROM article WHERE article_id = ?').pluck();
  return [...new Set(articleIds)].filter((articleId) => isThere.get(articleId) !== undefined);
}

/** The file itself, or all that lie in the folder. What other files hold as well stays. */
function planFiles(database: Database, path: string): RemovalPlan {
  const folder = path.endsWith(sep) ? path : path + sep;
  const files = database
    .prepare(
      'SELECT file_id AS id, path FROM source_file WHERE path = ? OR substr(path, 1, ?) = ? ORDER BY path',
    )
    .all(path, folder.length, folder) as { id: number; path: string }[];
  const articles = database
    .prepare(
      `SELECT article_id AS articleId, min(file_id IN (SELECT value FROM json_each(?))) AS isGoing
       FROM article JOIN article_file USING (article_row)
       WHERE article_row IN
         (SELECT article_row FROM article_file WHERE file_id IN (SELECT value FROM json_each(?)))
       GROUP BY article_row ORDER BY article_row`,
    )
    .all(...[0, 1].map(() => JSON.stringify(files.map(({ id }) => id)))) as {
    articleId: string;
    isGoing: number;
  }[];
  const ids = (wanted: number) =>
    articles.filter(({ isGoing }) => isGoing === wanted).map(({ articleId }) => articleId);
  return { files: files.map((file) => file.path), going: ids(1), staying: ids(0), shared: [] };
}
