import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest-records.js';
import { readText } from '../../files/open-file.js';
import { jsonLinesReader } from '../json-lines.js';
import type { Reader } from '../reader.js';
import { buildRecordArticle } from '../records/build-record-article.js';
import { describeFile } from '../records/describe-file.js';
import { findRecords } from './find-records.js';

/** The whole file is held in memory, several times over while it is parsed. */
const MAX_MEGABYTES = 200;

/** A dump of articles as one JSON text, with whatever names its fields have. */
export const jsonReader: Reader = {
  endings: ['.json'],
  accepts: (path) => /\.json$/iu.test(path),
  async *read(path, reading) {
    const { given, onProblem } = reading;
    let text = '';
    for await (const piece of readText(path, given.encoding)) {
      text += piece;
      if (text.length > MAX_MEGABYTES * 1e6) throw new InputError(wording.jsonTooLarge(path, MAX_MEGABYTES));
    }
    const parsed = parse(text);
    if (parsed === undefined) {
      if (!isLines(text)) throw new InputError(wording.notJson(path));
      yield* jsonLinesReader.read(path, reading);
      return;
    }
    const { records, headlines } = findRecords(parsed, given.fields);
    if (!records.length && headlines) throw new InputError(wording.onlyHeadlines(path, headlines));
    const file = describeFile(path);
    const without: number[] = [];
    for (const [index, { record, around }] of records.entries()) {
      const article = buildRecordArticle(record, { given, around, file });
      if (article) yield article;
      else if (!record.text) without.push(index + 1);
    }
    if (without.length) onProblem(wording.recordsWithoutText(path, without));
  },
};

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON Lines are often called .json. */
function isLines(text: string): boolean {
  const first = text.slice(0, text.indexOf('\n') + 1).trim();
  return first.startsWith('{') && parse(first) !== undefined;
}
