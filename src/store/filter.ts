import type { Filter } from '../domain/query.js';
import type { Database } from './open-database.js';

/** The chunks inside a filter's walls, in order of id. */
export type AllowedChunks = { ids: Uint32Array; has(chunkId: number): boolean };

/** A condition on the table article, with its parameters. `1` where the filter is empty. */
type Condition = { sql: string; values: string[] };

/** An article without a date is outside any range of dates; a null never equals or holds anything. */
export function filterCondition(filter: Filter): Condition {
  const parts: string[] = [];
  const values: string[] = [];
  const add = (sql: string, ...more: string[]) => {
    parts.push(sql);
    values.push(...more);
  };
  if (filter.newspaper !== undefined) add('article.newspaper = ?', filter.newspaper);
  if (filter.from !== undefined) add('article.issue_date >= ?', filter.from);
  if (filter.to !== undefined) add('article.issue_date <= ?', filter.to);
  if (filter.place !== undefined) {
    const fields = ['headline', 'kicker', 'subheadline', 'body'];
    const place = filter.place;
    add(`(${fields.map((field) => `instr(article.${field}, ?)`).join(' OR ')})`, ...fields.map(() => place));
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), values };
}

/** null where the filter lets everything through. */
export function findAllowedChunks(database: Database, filter: Filter): AllowedChunks | null {
  const { sql, values } = filterCondition(filter);
  if (values.length === 0) return null;
  const statement = database.prepare(
    `SELECT chunk_id FROM article JOIN chunk USING (article_row) WHERE ${sql}`,
  );
  const ids = Uint32Array.from(statement.pluck().all(...values) as number[]).sort();
  const marks = new Uint8Array((ids.at(-1) ?? 0) + 1);
  for (const id of ids) marks[id] = 1;
  return { ids, has: (chunkId) => marks[chunkId] === 1 };
}
