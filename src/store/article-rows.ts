import type { Article } from '../domain/article.js';
import { parseStoredList } from './damaged-row.js';

/** An article as SQLite gives it; the file and the input's own id are those of the first file that holds it. */
export type ArticleRow = {
  article_row: number;
  article_id: string;
  source_id: string | null;
  path: string;
  newspaper: string | null;
  issue_date: string | null;
  issue_date_source: string;
  issue_date_evidence: string | null;
  page: string | null;
  column_name: string | null;
  kicker: string | null;
  headline: string | null;
  subheadline: string | null;
  dateline: string | null;
  byline: string | null;
  contributors: string;
  kind: string;
  truncated: string | null;
  body: string;
};

/** The columns that an article's own content fills, as named parameters. */
export const CONTENT_COLUMNS = [
  ...['newspaper', 'issue_date', 'issue_date_source', 'issue_date_evidence', 'page', 'column_name', 'kicker'],
  ...['headline', 'subheadline', 'dateline', 'byline', 'contributors', 'kind', 'truncated', 'body'],
] as const;

/** Rows of type ArticleRow; a condition on `article` may follow WHERE. */
export const SELECT_ARTICLE = `
  SELECT article.*, source_file.path, article_file.source_id
  FROM article
  JOIN article_file ON article_file.article_row = article.article_row AND article_file.file_id =
    (SELECT min(file_id) FROM article_file AS first WHERE first.article_row = article.article_row)
  JOIN source_file USING (file_id)`;

export function toArticle(row: ArticleRow): Article {
  return {
    articleId: row.article_id,
    sourceId: row.source_id,
    sourceFile: row.path,
    newspaper: row.newspaper,
    issueDate: row.issue_date,
    issueDateSource: row.issue_date_source as Article['issueDateSource'],
    issueDateEvidence: row.issue_date_evidence,
    page: row.page,
    column: row.column_name,
    kicker: row.kicker,
    headline: row.headline,
    subheadline: row.subheadline,
    dateline: row.dateline,
    byline: row.byline,
    contributors: parseStoredList(row.contributors, 'contributors'),
    kind: row.kind as Article['kind'],
    truncated: row.truncated as Article['truncated'],
    body: row.body,
  };
}

/** The values of CONTENT_COLUMNS. */
export function toContentRow(article: Article): Record<(typeof CONTENT_COLUMNS)[number], string | null> {
  return {
    newspaper: article.newspaper,
    issue_date: article.issueDate,
    issue_date_source: article.issueDateSource,
    issue_date_evidence: article.issueDateEvidence,
    page: article.page,
    column_name: article.column,
    kicker: article.kicker,
    headline: article.headline,
    subheadline: article.subheadline,
    dateline: article.dateline,
    byline: article.byline,
    contributors: JSON.stringify(article.contributors),
    kind: article.kind,
    truncated: article.truncated,
    body: article.body,
  };
}
