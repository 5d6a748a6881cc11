import type { Article } from '../domain/article.js';
import type { Filter } from '../domain/query.js';
import { type ArticleRow, SELECT_ARTICLE, toArticle } from './article-rows.js';
import { filterCondition } from './filter.js';
import type { Database } from './open-database.js';
import { prepared } from './prepared.js';
import type { ReadSession } from './read-session.js';

const ARTICLES_AT_ONCE = 100;

/** In the order of the ids; ids that are not there are left out. */
export function loadArticles(database: Database, articleIds: readonly string[]): Article[] {
  const statement = prepared(database, `${SELECT_ARTICLE} WHERE article.article_id = ?`);
  return articleIds.flatMap((articleId) => (statement.all(articleId) as ArticleRow[]).map(toArticle));
}

/**
 * In order of newspaper, issue date, page and place on the page. The order is that of the moment of the first step; an
 * article that goes while the list is read is left out.
 */
export function listArticles(session: ReadSession, filter: Filter): AsyncGenerator<Article> {
  return loadInSteps(session, () => findArticleIds(session.database, filter));
}

/** In the order in which the file prints them. */
export function listArticlesOfFile(session: ReadSession, path: string): AsyncGenerator<Article> {
  return loadInSteps(session, () => findArticleIdsOfFile(session.database, path));
}

async function* loadInSteps(session: ReadSession, findIds: () => string[]): AsyncGenerator<Article> {
  const ids = session.read(findIds);
  for (let at = 0; at < ids.length; at += ARTICLES_AT_ONCE) {
    yield* session.read(() => loadArticles(session.database, ids.slice(at, at + ARTICLES_AT_ONCE)));
  }
}

function findArticleIdsOfFile(database: Database, path: string): string[] {
  const statement = database.prepare(`
    SELECT article_id FROM source_file JOIN article_file USING (file_id) JOIN article USING (article_row)
    WHERE path = ? ORDER BY article_file.ordinal`);
  return statement.pluck().all(path) as string[];
}

function findArticleIds(database: Database, filter: Filter): string[] {
  const { sql, values } = filterCondition(filter);
  const statement = database.prepare(`
    SELECT article_id
    FROM article JOIN article_file ON article_file.article_row = article.article_row AND article_file.file_id =
      (SELECT min(file_id) FROM article_file AS first WHERE first.article_row = article.article_row)
    WHERE ${sql}
    ORDER BY newspaper IS NULL, newspaper, issue_date IS NULL, issue_date,
      page IS NULL, CAST(page AS INTEGER), page, article_file.file_id, article_file.ordinal`);
  return statement.pluck().all(...values) as string[];
}
