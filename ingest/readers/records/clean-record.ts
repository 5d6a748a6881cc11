import type { Contributor } from '../../../src/domain/article.js';
import { parseContributors } from '../../pages/text/byline.js';
import type { RawArticle } from '../../raw-article.js';
import { cleanBody } from '../clean-body.js';
import { cleanValue } from './clean-value.js';
import type { Field } from './field-names.js';
import type { FoundFields } from './read-record.js';
import { readDay, readPage } from './read-values.js';

/** A record's fields as they go into an article: no mark-up, `date` as YYYY-MM-DD, `page` as it is printed. */
export type CleanRecord = { [field in Field]: string | null } & {
  source: string | null;
  /** The source, where it is a newspaper by its name. */
  namedSource: string | null;
  areReporters: boolean;
  truncated: RawArticle['truncated'];
};

/** 人民日报, 人民网－人民日报 */
const NEWSPAPER =
  /^(?:\p{Script=Han}{2,10}网\s*[-－—]+\s*)?(\p{Script=Han}{2,12}(?:报|报海外版|周刊|参考))$/u;

export function cleanRecord(found: FoundFields): CleanRecord {
  const { date, page, source } = found;
  return {
    id: found.id,
    newspaper: cleanLine(found.newspaper),
    date: date && readDay(date),
    page: page && readPage(page),
    column: cleanLine(found.column),
    kicker: cleanLine(found.kicker),
    headline: cleanLine(found.headline),
    subheadline: cleanLine(found.subheadline),
    byline: cleanLine(found.byline),
    text: cleanBody(cleanValue(found.text ?? '')) || null,
    source: cleanLine(source),
    namedSource: NEWSPAPER.exec(source?.trim() ?? '')?.[1] ?? null,
    areReporters: found.areReporters,
    truncated: found.isAbstract ? 'end' : null,
  };
}

/** Whom a byline names; people of a field for reporters are reporters though it does not say so. */
export function namePeople({
  byline,
  areReporters,
}: Pick<CleanRecord, 'byline' | 'areReporters'>): Contributor[] {
  if (!byline) return [];
  return parseContributors(areReporters && !/记者|通讯员/u.test(byline) ? `记者 ${byline}` : byline);
}

/** A headline that is set over two lines is one. */
const cleanLine = (value: string | null): string | null =>
  value === null ? null : cleanBody(cleanValue(value)).replaceAll('\n', ' ') || null;
