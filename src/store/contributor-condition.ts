import type { Condition } from './filter.js';

/** Names are printed with blanks between their characters to make them equally wide: 王　伟. */
const withoutBlanks = (sql: string) => `replace(replace(${sql}, ' ', ''), '　', '')`;

const NAME = withoutBlanks("json_extract(value, '$.name')");
const someName = (condition: string) =>
  `EXISTS (SELECT 1 FROM json_each(article.contributors) WHERE ${condition})`;

/**
 * The name is a contributor's, or stands in the byline, there not as a part of a contributor's longer name: 李明 does
 * not let 李明远 through.
 */
export function contributorCondition(given: string): Condition {
  const name = given.replace(/[ 　]/gu, '');
  const inByline = `instr(${withoutBlanks('article.byline')}, ?)`;
  return {
    sql: `(${someName(`${NAME} = ?`)} OR (${inByline} AND NOT ${someName(`instr(${NAME}, ?)`)}))`,
    values: [name, name, name],
  };
}
