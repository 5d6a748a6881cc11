import { UsageError } from '../domain/errors.js';
import { removeWithoutIssue } from '../domain/wording/store.js';
import { ArticleWriter } from './article-writer.js';
import { FileRows } from './file-rows.js';
import { filterCondition } from './filter.js';
import { removeFileRows } from './write-file.js';
import type { WriteTransaction } from './write-transaction.js';

/** Each returns how many articles went, and belongs in an open transaction. */
export function removeFile(transaction: WriteTransaction, path: string): number {
  const fileId = new FileRows(transaction.database).findId(path);
  return fileId === null ? 0 : removeFileRows(transaction, fileId);
}

export const removeFiles = (transaction: WriteTransaction, paths: readonly string[]): number =>
  paths.reduce((removed, path) => removed + removeFile(transaction, path), 0);

export function removeIssue(
  transaction: WriteTransaction,
  issue: { newspaper?: string; date?: string },
): number {
  if (issue.newspaper === undefined && issue.date === undefined) throw new UsageError(removeWithoutIssue());
  const { sql, values } = filterCondition({
    ...(issue.newspaper === undefined ? {} : { newspaper: issue.newspaper }),
    ...(issue.date === undefined ? {} : { from: issue.date, to: issue.date }),
  });
  const statement = transaction.database.prepare(`SELECT article_row FROM article WHERE ${sql}`);
  return removeArticles(transaction, statement.pluck().all(...values) as number[]);
}

export function removeArticle(transaction: WriteTransaction, articleId: string): number {
  const row = new ArticleWriter(transaction).find(articleId);
  return row === null ? 0 : removeArticles(transaction, [row]);
}

/**
 * A file keeps its record while any of its articles is left, so that its next ingest does not bring the removed
 * ones back; a file of which nothing is left is forgotten.
 */
function removeArticles(transaction: WriteTransaction, rows: readonly number[]): number {
  const files = new FileRows(transaction.database);
  const articles = new ArticleWriter(transaction);
  const fileIds = new Set(rows.flatMap((row) => files.filesOf(row)));
  for (const row of rows) articles.remove(row);
  files.removeEmptied([...fileIds]);
  return rows.length;
}
