import type { Filter } from '../domain/query.js';
import { contributorCondition } from './contributor-condition.js';
import type { Database } from './open-database.js';
import { pageForms } from './page-forms.js';
import { placeCondition } from './place-condition.js';

/** The chunks inside a filter's walls, in order of id. */
export type AllowedChunks = { ids: Uint32Array; has(chunkId: number): boolean };

/** A condition on the table article, with its parameters. */
export type Condition = { sql: string; values: string[] };

const EVERYTHING = '1';
const NOTHING = '0';

const CONDITIONS: { [Part in keyof Filter]-?: (given: string) => Condition } = {
  newspaper: (given) => ({ sql: 'article.newspaper = ?', values: [given] }),
  from: (given) => ({ sql: 'article.issue_date >= ?', values: [given] }),
  to: (given) => ({ sql: 'article.issue_date <= ?', values: [given] }),
  page: (given) => ({ sql: 'upper(article.page) IN (?, ?, ?)', values: pageForms(given) }),
  column: (given) => ({ sql: 'instr(article.column_name, ?)', values: [given] }),
  contributor: contributorCondition,
  place: placeCondition,
};

/**
 * An article without a date is outside any range of dates; a null never equals or holds anything. What is blank matches
 * nothing, although every text holds it.
 */
export function filterCondition(filter: Filter): Condition {
  const given = Object.entries(filter) as [keyof Filter, string][];
  if (given.some(([, value]) => value.trim() === '')) return { sql: NOTHING, values: [] };
  const conditions = given.map(([part, value]) => CONDITIONS[part](value));
  return {
    sql: conditions.length === 0 ? EVERYTHING : conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}

/** null where the filter lets everything through. */
export function findAllowedChunks(database: Database, filter: Filter): AllowedChunks | null {
  const { sql, values } = filterCondition(filter);
  if (sql === EVERYTHING) return null;
  const statement = database.prepare(
    `SELECT chunk_id FROM article JOIN chunk USING (article_row) WHERE ${sql}`,
  );
  const ids = Uint32Array.from(statement.pluck().all(...values) as number[]).sort();
  const marks = new Uint8Array((ids.at(-1) ?? 0) + 1);
  for (const id of ids) marks[id] = 1;
  return { ids, has: (chunkId) => marks[chunkId] === 1 };
}
