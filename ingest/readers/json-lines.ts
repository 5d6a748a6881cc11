import * as wording from '../../src/domain/wording/ingest.js';
import { parseDay } from '../../src/text/calendar.js';
import { readText } from '../files/open-file.js';
import { parseContributors } from '../pages/text/byline.js';
import { emptyArticle, type RawArticle } from '../raw-article.js';
import { cleanBody } from './clean-body.js';
import type { GivenFacts, Reader } from './reader.js';
import { splitLines } from './split-lines.js';

const MAX_LINE_MEGABYTES = 16;
const FIELDS = ['id', 'newspaper', 'date', 'page', 'headline', 'byline', 'text'] as const;
type Fields = { [name in (typeof FIELDS)[number]]: string | null };

/** JSON Lines: one article a line, `{"id"?,"newspaper"?,"date"?,"page"?,"headline"?,"byline"?,"text"}`. */
export const jsonLinesReader: Reader = {
  endings: ['.jsonl'],
  accepts: (path) => /\.(?:jsonl|ndjson)$/iu.test(path),
  async *read(path, { given, onProblem }) {
    for await (const { number, text } of splitLines(readText(path), MAX_LINE_MEGABYTES * 1e6)) {
      if (text === null) onProblem(wording.wrongLine(path, number, wording.lineTooLong(MAX_LINE_MEGABYTES)));
      else if (text.trim()) {
        const parsed = parseLine(text);
        if (typeof parsed === 'string') onProblem(wording.wrongLine(path, number, parsed));
        else yield buildArticle(parsed, given);
      }
    }
  },
};

/** The line's fields as strings, or what is wrong with it. */
function parseLine(line: string): Fields | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return wording.lineNotJson();
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return wording.lineNotObject();
  const fields: Partial<Fields> = {};
  for (const name of FIELDS) {
    const value = (parsed as Record<string, unknown>)[name];
    if (value === undefined || value === null) fields[name] = null;
    else if (typeof value === 'string' || typeof value === 'number')
      fields[name] = String(value).trim() || null;
    else return wording.lineWrongField(name);
  }
  if (!fields.text || !cleanBody(fields.text)) return wording.lineWithoutText();
  if (fields.date && !parseDay(fields.date)) return wording.lineWrongDay(fields.date);
  return fields as Fields;
}

function buildArticle(fields: Fields, given: GivenFacts): RawArticle {
  const own = fields.date && parseDay(fields.date);
  return {
    ...emptyArticle,
    sourceId: fields.id,
    newspaper: fields.newspaper ?? given.newspaper,
    issueDate: own ?? given.date,
    issueDateSource: own ? 'file' : given.date ? 'given' : 'none',
    page: fields.page ?? given.page,
    headline: fields.headline && cleanBody(fields.headline),
    byline: fields.byline,
    contributors: fields.byline ? parseContributors(fields.byline) : [],
    body: cleanBody(fields.text ?? ''),
  };
}
