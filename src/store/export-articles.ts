import type { ExportedArticle } from '../domain/copies.js';
import type { Filter } from '../domain/query.js';
import { type ArticleRow, toArticle } from './article-rows.js';
import { dataFiles } from './data-folder.js';
import { filterCondition } from './filter.js';
import { type Database, openDatabaseForReading } from './open-database.js';
import { fingerprintOfPart } from './part-fingerprint.js';
import { prepared } from './prepared.js';
import { ARCHIVE_MIGRATIONS } from './schema.js';
import { toStoreError } from './store-errors.js';

/**
 * The articles that the filter lets through, one for each file that holds it: file after file in the order in which they
 * first came in, in a file as it prints them. All of one state of the archive, whatever is written meanwhile.
 * @throws StoreError
 */
export async function* exportArticles(dataDir: string, filter: Filter): AsyncGenerator<ExportedArticle> {
  const { database } = openDatabaseForReading(dataFiles(dataDir).archive, ARCHIVE_MIGRATIONS);
  try {
    database.exec('BEGIN');
    for (const file of listFiles(database, filter)) {
      const fingerprint = fingerprintOf(database, file);
      for (const row of file.articleRows) {
        yield { article: loadArticle(database, file.fileId, row), fingerprint };
      }
    }
  } catch (error) {
    throw toStoreError(error, dataDir);
  } finally {
    database.close();
  }
}

type FileOfArticles = { fileId: number; articleRows: number[] };

function* listFiles(database: Database, filter: Filter): Generator<FileOfArticles> {
  const { sql, values } = filterCondition(filter);
  const rows = database
    .prepare(`
      SELECT article_file.file_id, article_file.article_row
      FROM article JOIN article_file USING (article_row)
      WHERE ${sql} ORDER BY article_file.file_id, article_file.ordinal, article_file.article_row`)
    .raw()
    .all(...values) as [number, number][];
  let open: FileOfArticles | null = null;
  for (const [fileId, articleRow] of rows) {
    if (open !== null && open.fileId !== fileId) {
      yield open;
      open = null;
    }
    open ??= { fileId, articleRows: [] };
    open.articleRows.push(articleRow);
  }
  if (open !== null) yield open;
}

/** The file's own where all that the archive holds of it goes out; of a part, one that says which. */
function fingerprintOf(database: Database, { fileId, articleRows }: FileOfArticles): string {
  const file = prepared(
    database,
    `SELECT fingerprint, complete,
       (SELECT count(*) FROM article_file WHERE article_file.file_id = source_file.file_id) AS articles
     FROM source_file WHERE file_id = ?`,
  ).get(fileId) as { fingerprint: string; complete: number; articles: number };
  if (file.complete === 1 && file.articles === articleRows.length) return file.fingerprint;
  const idOf = prepared(database, 'SELECT article_id FROM article WHERE article_row = ?').pluck();
  return fingerprintOfPart(articleRows.map((row) => idOf.get(row) as string));
}

function loadArticle(database: Database, fileId: number, articleRow: number) {
  const statement = prepared(
    database,
    `SELECT article.*, source_file.path, article_file.source_id
     FROM article JOIN article_file USING (article_row) JOIN source_file USING (file_id)
     WHERE article_row = ? AND file_id = ?`,
  );
  return toArticle(statement.get(articleRow, fileId) as ArticleRow);
}
