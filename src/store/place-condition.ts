import { lookUpPlace } from '../text/places/look-up-place.js';
import type { Condition } from './filter.js';

/** Where an article's place stands in words. */
const FIELDS = ['headline', 'kicker', 'subheadline', 'body'];

/**
 * Lets an article through that names a division inside the place, or whose text holds its name: so articles are found
 * that were stored before their places were, and names that no gazetteer knows. A known place's short form of one
 * character (晋) is a part of too many other words to be looked for as text.
 */
export function placeCondition(given: string): Condition {
  const { name, codes } = lookUpPlace(given);
  const words = [...new Set([given, name])].filter((word) => codes.length === 0 || word.length > 1);
  const conditions = [...codes.map(insideDivision), ...words.map(standsInText)];
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(' OR ')})`,
    values: conditions.flatMap(({ values }) => values),
  };
}

/** Codes that begin with this one: ':' comes behind '9'. */
const insideDivision = (code: string): Condition => ({
  sql: 'article.article_row IN (SELECT article_row FROM article_place WHERE code >= ? AND code < ?)',
  values: [code, `${code}:`],
});

const standsInText = (word: string): Condition => ({
  sql: FIELDS.map((field) => `instr(article.${field}, ?)`).join(' OR '),
  values: FIELDS.map(() => word),
});
