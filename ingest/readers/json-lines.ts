import * as wording from '../../src/domain/wording/ingest.js';
import { readText } from '../files/open-file.js';
import { emptyArticle, type RawArticle } from '../raw-article.js';
import { cleanBody } from './clean-body.js';
import type { GivenFacts, Reader } from './reader.js';
import { type CleanRecord, cleanRecord, namePeople } from './records/clean-record.js';
import type { FieldNames } from './records/field-names.js';
import { type GivenRecord, isRecord, readRecord } from './records/read-record.js';
import { readDay } from './records/read-values.js';
import { splitLines } from './split-lines.js';

const MAX_LINE_MEGABYTES = 16;
const FIELDS = ['id', 'newspaper', 'date', 'page', 'headline', 'byline', 'text'] as const;
type Fields = { [name in (typeof FIELDS)[number]]: string | null };
/**
 * JSON Lines: one article a line, `{"id"?,"newspaper"?,"date"?,"page"?,"headline"?,"byline"?,"text"}`. What a line has not
 * under these names is looked for under other usual ones.
 */
export const jsonLinesReader: Reader = {
  endings: ['.jsonl'],
  accepts: (path) => /\.(?:jsonl|ndjson)$/iu.test(path),
  async *read(path, { given, onProblem }) {
    for await (const { number, text } of splitLines(
      readText(path, given.encoding),
      MAX_LINE_MEGABYTES * 1e6,
    )) {
      if (text === null) onProblem(wording.wrongLine(path, number, wording.lineTooLong(MAX_LINE_MEGABYTES)));
      else if (text.trim()) {
        const parsed = parseLine(text, given.fields);
        if (typeof parsed === 'string') onProblem(wording.wrongLine(path, number, parsed));
        else yield buildArticle(parsed, given);
      }
    }
  },
};

/** The line's fields as strings, the text as a body, or what is wrong with it. */
function parseLine(line: string, names: FieldNames): CleanRecord | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return wording.lineNotJson();
  }
  if (!isRecord(parsed)) return wording.lineNotObject();
  const own = readOwn(parsed, names);
  if (typeof own === 'string') return own;
  const fields = cleanRecord(readRecord(parsed, names));
  for (const name of FIELDS) fields[name] = own[name] ?? fields[name];
  fields.text = fields.text && cleanBody(fields.text);
  if (!fields.text) return wording.lineWithoutText();
  if (fields.date && !readDay(fields.date)) return wording.lineWrongDay(fields.date);
  return fields;
}

/** What stands under the contract's own names, or what is wrong with it. */
function readOwn(parsed: GivenRecord, names: FieldNames): Partial<Fields> | string {
  const own: Partial<Fields> = {};
  for (const name of FIELDS) {
    const value = names[name] === undefined ? parsed[name] : undefined;
    if (value === undefined || value === null) own[name] = null;
    else if (typeof value === 'string' || typeof value === 'number') own[name] = String(value).trim() || null;
    else return wording.lineWrongField(name);
  }
  return own;
}

function buildArticle(fields: CleanRecord, given: GivenFacts): RawArticle {
  const { column, kicker, subheadline, truncated } = fields;
  const own = fields.date && readDay(fields.date);
  return {
    ...emptyArticle,
    ...{ column, kicker, subheadline, truncated },
    sourceId: fields.id,
    newspaper: fields.newspaper ?? given.newspaper ?? fields.namedSource,
    issueDate: own ?? given.date,
    issueDateSource: own ? 'file' : given.date ? 'given' : 'none',
    page: fields.page ?? given.page,
    headline: fields.headline && cleanBody(fields.headline),
    byline: fields.byline,
    contributors: namePeople(fields),
    body: fields.text ?? '',
  };
}
