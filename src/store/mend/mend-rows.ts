import { findChangedArticles, type IsOwnId } from '../checks/check-articles.js';
import { LOST_FINGERPRINT } from '../file-rows.js';
import type { Database } from '../open-database.js';

/** What was done, in rows. */
type MendedRows = { strays: number; homeless: number; unfinished: number };

/** The file that articles are put into of which nobody knows any more where they came from. */
const LOST_AND_FOUND = '（不知来自哪个文件）';

/**
 * Takes out rows that belong to nothing, gives articles without a file one, and marks the files whose articles are lost or
 * changed, so that their next ingest brings them back. Belongs in an open transaction. `areFilesLost` says that which
 * article stands in which file is not known for sure.
 */
export function mendRows(database: Database, isOwnId: IsOwnId, areFilesLost: boolean): MendedRows {
  const change = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values).changes;
  const unfinished =
    change(
      `UPDATE source_file SET complete = 0 WHERE complete = 1 AND (? OR EXISTS
       (SELECT 1 FROM article_file WHERE article_file.file_id = source_file.file_id
          AND article_row NOT IN (SELECT article_row FROM article)))`,
      areFilesLost ? 1 : 0,
    ) + markFilesOfChanged(database, isOwnId);
  // What is no list stops every reader; the next ingest of the file brings it back.
  change(`UPDATE article SET contributors = '[]'
    WHERE CASE WHEN json_valid(contributors) THEN json_type(contributors) <> 'array' ELSE 1 END`);
  return { strays: removeStrays(database), homeless: houseHomeless(database), unfinished };
}

function markFilesOfChanged(database: Database, isOwnId: IsOwnId): number {
  const mark = database.prepare('UPDATE source_file SET complete = 0 WHERE path = ? AND complete = 1');
  return findChangedArticles(database, isOwnId).paths.reduce((sum, path) => sum + mark.run(path).changes, 0);
}

type Stray = { table: string; rowid: number | null };

function removeStrays(database: Database): number {
  const strays = database.pragma('foreign_key_check') as Stray[];
  for (const { table, rowid } of strays) {
    if (rowid !== null) database.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid);
  }
  // Tables without row ids tell only that there are some.
  database.exec(`
    DELETE FROM article_file WHERE article_row NOT IN (SELECT article_row FROM article)
      OR file_id NOT IN (SELECT file_id FROM source_file);
    DELETE FROM article_place WHERE article_row NOT IN (SELECT article_row FROM article)`);
  return strays.length;
}

function houseHomeless(database: Database): number {
  const rows = database
    .prepare(
      'SELECT article_row FROM article WHERE article_row NOT IN (SELECT article_row FROM article_file)',
    )
    .pluck()
    .all() as number[];
  if (rows.length === 0) return 0;
  database
    .prepare('INSERT OR IGNORE INTO source_file (path, fingerprint, complete) VALUES (?, ?, 0)')
    .run(LOST_AND_FOUND, LOST_FINGERPRINT);
  const link = database.prepare(`
    INSERT INTO article_file (article_row, file_id, ordinal)
    SELECT ?, file_id, (SELECT count(*) FROM article_file AS held WHERE held.file_id = source_file.file_id)
    FROM source_file WHERE path = ?`);
  for (const row of rows) link.run(row, LOST_AND_FOUND);
  return rows.length;
}
