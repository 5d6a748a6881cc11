import type { Article } from '../../domain/article.js';
import type { Check } from '../../domain/ports.js';
import { articlesCheck, filesCheck, offsetsCheck } from '../../domain/wording/store.js';
import { type ArticleRow, SELECT_ARTICLE, toArticle } from '../article-rows.js';
import { LOST_FINGERPRINT } from '../file-rows.js';
import type { Database } from '../open-database.js';
import { broken, ok } from './check-line.js';
import { coversBody } from './covers-body.js';

/** Whether an article's id is the one that its content gives: a changed letter gives another. */
export type IsOwnId = (article: Article) => boolean;

export function checkFiles(database: Database): Check {
  const count = (complete: number) =>
    database
      .prepare('SELECT count(*) FROM source_file WHERE complete = ? AND fingerprint <> ?')
      .pluck()
      .get(complete, LOST_FINGERPRINT) as number;
  const unfinished = count(0);
  if (unfinished === 0) return ok(filesCheck.name, filesCheck.ok(count(1)));
  return broken(filesCheck.name, filesCheck.broken(unfinished), filesCheck.mend());
}

export function checkArticles(database: Database, isOwnId: IsOwnId): Check {
  const { name } = articlesCheck;
  const homeless = countHomeless(database);
  if (homeless > 0) return broken(name, articlesCheck.homeless(homeless), articlesCheck.mendHomeless());
  const { rows, paths, articles } = findChangedArticles(database, isOwnId);
  if (rows.length === 0) return ok(name, articlesCheck.ok(articles));
  return broken(name, articlesCheck.changed(rows.length), articlesCheck.mendChanged(paths));
}

/** Articles that stand in no file, and so in no list. */
export const countHomeless = (database: Database): number =>
  database
    .prepare(
      `SELECT count(*) FROM article WHERE NOT EXISTS
       (SELECT 1 FROM article_file WHERE article_file.article_row = article.article_row)`,
    )
    .pluck()
    .get() as number;

/** Articles whose text is not the one that they were stored with: SQLite does not notice a changed letter. */
export function findChangedArticles(database: Database, isOwnId: IsOwnId) {
  const paths = new Set<string>();
  const rows: number[] = [];
  let articles = 0;
  for (const row of database.prepare(SELECT_ARTICLE).iterate() as Iterable<ArticleRow>) {
    articles++;
    if (isReadable(row) && isOwnId(toArticle(row))) continue;
    rows.push(row.article_row);
    paths.add(row.path);
  }
  return { rows, paths: [...paths], articles };
}

function isReadable({ contributors }: ArticleRow): boolean {
  try {
    return Array.isArray(JSON.parse(contributors));
  } catch {
    return false;
  }
}

type ChunkSpan = { article_row: number; start: number; end: number; hasFacts: number };

export function checkOffsets(database: Database): Check {
  const wrong = findArticlesWithWrongChunks(database).length;
  if (wrong === 0) return ok(offsetsCheck.name, offsetsCheck.ok());
  return broken(offsetsCheck.name, offsetsCheck.broken(wrong), offsetsCheck.mend());
}

/**
 * Rows of articles whose chunks do not follow each other through the body with nothing but white space between them, or
 * have lost their times and places.
 * SQLite counts characters, offsets are UTF-16 units: so the bodies are measured here.
 */
export function findArticlesWithWrongChunks(database: Database): number[] {
  const spans = database.prepare(`
    SELECT article_row, start_offset AS start, end_offset AS "end", json_valid(times) AND json_valid(places) AS hasFacts
    FROM chunk ORDER BY article_row, ordinal`);
  const bodies = database.prepare('SELECT article_row, body FROM article ORDER BY article_row').raw();
  const bySpan = (spans.all() as ChunkSpan[])[Symbol.iterator]();
  let next = bySpan.next();
  const wrong: number[] = [];
  for (const [row, body] of bodies.iterate() as Iterable<[number, string]>) {
    const ofArticle: ChunkSpan[] = [];
    for (; !next.done && next.value.article_row <= row; next = bySpan.next()) {
      if (next.value.article_row === row) ofArticle.push(next.value);
    }
    if (!ofArticle.every(({ hasFacts }) => hasFacts === 1) || !coversBody(body, ofArticle)) wrong.push(row);
  }
  return wrong;
}
