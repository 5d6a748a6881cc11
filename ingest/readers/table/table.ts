import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { InputError } from '../../../src/domain/errors.js';
import { wrongLine } from '../../../src/domain/wording/ingest.js';
import * as wording from '../../../src/domain/wording/ingest-records.js';
import { readText } from '../../files/open-file.js';
import type { Reader } from '../reader.js';
import { buildRecordArticle } from '../records/build-record-article.js';
import { cleanRecord } from '../records/clean-record.js';
import { describeFile } from '../records/describe-file.js';
import type { FieldNames } from '../records/field-names.js';
import { readRecord } from '../records/read-record.js';

const MAX_ROW_MEGABYTES = 16;

/** CSV and TSV with a row of names at the top: one article a row. */
export const tableReader: Reader = {
  endings: ['.csv', '.tsv'],
  accepts: (path) => /\.(?:csv|tsv)$/iu.test(path),
  async *read(path, { given, onProblem }) {
    const file = describeFile(path);
    const around = { newspaper: null, date: null, page: null };
    let names: readonly string[] | null = null;
    for await (const { line, cells, problem } of splitRows(path, given.encoding)) {
      if (names === null) names = checkNames(path, cells ?? [], given.fields);
      else if (problem !== null) onProblem(wrongLine(path, line, problem));
      else if (cells.length > names.length)
        onProblem(wrongLine(path, line, wording.rowTooLong(cells.length, names.length)));
      else {
        const values = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
        const record = cleanRecord(readRecord(values, given.fields));
        const article = buildRecordArticle(record, { given, around, file });
        if (article) yield article;
        else if (!record.text) onProblem(wrongLine(path, line, wording.rowWithoutText()));
      }
    }
  },
};

/** @throws InputError where no column holds the text. */
function checkNames(path: string, names: readonly string[], given: FieldNames): readonly string[] {
  const { hasText } = readRecord(Object.fromEntries(names.map((name) => [name, ''])), given);
  if (!hasText) throw new InputError(wording.noTextColumn(path, names));
  return names;
}

/** A row with the 1-based line that it begins on; `problem` where it is none. */
type Row = { line: number } & ({ cells: string[]; problem: null } | { cells: null; problem: string });

async function* splitRows(path: string, encoding: string | null): AsyncGenerator<Row> {
  const pieces = readText(path, encoding);
  const first = await pieces.next();
  const beginning = first.done ? '' : first.value;
  const text = async function* () {
    yield beginning;
    yield* pieces;
  };
  let problems: Row[] = [];
  const parser = parse({
    delimiter: findDelimiter(beginning),
    info: true,
    // The library would look for it anew at each letter of the first line.
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_ROW_MEGABYTES * 1e6,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      // The parser would look at every letter that follows anew.
      if (error?.code === 'CSV_MAX_RECORD_SIZE') {
        const sentence = wording.rowTooLarge(path, Number(error.lines), MAX_ROW_MEGABYTES);
        parser.destroy(new InputError(sentence));
      }
      problems.push({ line: Number(error?.lines ?? 0), cells: null, problem: wording.rowBroken() });
      return undefined;
    },
  });
  const source = Readable.from(text());
  source.on('error', (error) => parser.destroy(error));
  let line = 1;
  for await (const { info, record } of source.pipe(parser)) {
    yield* problems;
    problems = [];
    yield { line, cells: record, problem: null };
    line = info.lines + 1;
  }
  yield* problems;
}

/** The mark that stands most often in the row of names. */
function findDelimiter(text: string): string {
  const names = text.trimStart().split(/[\r\n]/u, 1)[0] ?? '';
  const counts = [',', '\t', ';', '|'].map((mark) => ({ mark, count: names.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}
