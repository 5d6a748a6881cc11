import type { Article } from '../../domain/article.js';
import type { PreparedArticle, PreparedChunk } from '../../domain/ports.js';
import { type ArticleRow, SELECT_ARTICLE, toArticle } from '../article-rows.js';
import { ArticleWriter } from '../article-writer.js';
import type { WriteTransaction } from '../write-transaction.js';

/** What is made of a stored article now: its chunks with terms, times and places. */
export type PrepareChunks = (article: Article) => PreparedChunk[];

/**
 * Makes the words' index anew from the stored articles, with the times and places of all chunks. Chunks that are cut where
 * they should be keep their ids and vectors. Belongs in the transaction, which the caller commits.
 */
export function rebuildWords(transaction: WriteTransaction, prepareChunks: PrepareChunks): void {
  const mark = transaction.mark();
  const { database } = transaction;
  database.exec('DELETE FROM postings; DELETE FROM segment');
  const articles = new ArticleWriter(transaction);
  const load = database.prepare(`${SELECT_ARTICLE} WHERE article.article_row = ?`);
  const prepare = (row: number): PreparedArticle => {
    const article = toArticle(load.get(row) as ArticleRow);
    return { article, chunks: prepareChunks(article) };
  };
  const recut: number[] = [];
  for (const row of listInOrderOfChunks(transaction)) {
    if (!articles.reindex(row, prepare(row).chunks)) recut.push(row);
    transaction.spill(mark);
  }
  // Their chunks get new ids, which are above all others: chunks come in order of id.
  for (const row of recut) {
    articles.recut(row, prepare(row).chunks);
    transaction.spill(mark);
  }
  transaction.release();
}

const listInOrderOfChunks = ({ database }: WriteTransaction): number[] =>
  database
    .prepare(
      'SELECT article_row FROM article LEFT JOIN chunk USING (article_row) GROUP BY article_row ORDER BY min(chunk_id)',
    )
    .pluck()
    .all() as number[];
