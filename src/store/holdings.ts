import type { Coverage, IssueSummary } from '../domain/ports.js';
import type { Filter } from '../domain/query.js';
import { comparePages } from './compare-pages.js';
import { filterCondition } from './filter.js';
import type { Database } from './open-database.js';
import { prepared } from './prepared.js';

/** Newest first; issues without a date last. Pages in order of number. */
export function listIssues(database: Database, filter: Filter): IssueSummary[] {
  const { sql, values } = filterCondition(filter);
  const statement = database.prepare(`
    SELECT newspaper, issue_date AS issueDate, sum(articles) AS articles,
      json_group_array(page) FILTER (WHERE page IS NOT NULL) AS pages
    FROM (
      SELECT newspaper, issue_date, page, count(*) AS articles FROM article WHERE ${sql}
      GROUP BY newspaper, issue_date, page
    )
    GROUP BY newspaper, issue_date
    ORDER BY issue_date IS NULL, issue_date DESC, newspaper IS NULL, newspaper`);
  const rows = statement.all(...values) as (Omit<IssueSummary, 'pages'> & { pages: string })[];
  return rows.map(({ newspaper, issueDate, articles, pages }) => ({
    newspaper,
    issueDate,
    pages: (JSON.parse(pages) as string[]).sort(comparePages),
    articles,
  }));
}

/** An issue is a date of a newspaper; articles without a date count as articles only. */
export function loadCoverage(database: Database): Coverage {
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  const newspapers = database
    .prepare(`
      SELECT newspaper, min(issue_date) AS "from", max(issue_date) AS "to",
        count(DISTINCT issue_date) AS issues, count(*) AS articles,
        sum(issue_date IS NULL) AS undated
      FROM article GROUP BY newspaper ORDER BY newspaper IS NULL, newspaper`)
    .all() as Coverage['newspapers'];
  return { newspapers, articles: count('article'), chunks: count('chunk'), vectors: count('vector') };
}

/** Steps from name to name in the index: a look at each newspaper, not at each article. */
const NEWSPAPERS = `
  WITH RECURSIVE held (newspaper) AS (
    SELECT min(newspaper) FROM article
    UNION ALL
    SELECT (SELECT min(newspaper) FROM article WHERE newspaper > held.newspaper) FROM held WHERE held.newspaper IS NOT NULL
  )
  SELECT newspaper FROM held WHERE newspaper IS NOT NULL`;

export function listNewspapers(database: Database): string[] {
  return prepared(database, NEWSPAPERS).pluck().all() as string[];
}
