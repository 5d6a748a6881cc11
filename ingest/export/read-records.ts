import type { ExportedArticle } from '../../src/domain/copies.js';
import { InputError } from '../../src/domain/errors.js';
import * as wording from '../../src/domain/wording/ingest.js';
import { readText } from '../files/open-file.js';
import { refuseChanged, statFile } from '../files/stat-file.js';
import { splitLines } from '../readers/split-lines.js';
import { parseRecord } from './parse-record.js';

const MAX_LINE_MEGABYTES = 64;

/**
 * The records of an export, in order; a line that is none is reported and passed over.
 * @throws InputError at the end when the file changed meanwhile, or held none.
 */
export async function* readRecords(
  path: string,
  onProblem: (sentence: string) => void,
): AsyncGenerator<ExportedArticle> {
  const before = await statFile(path);
  let records = 0;
  for await (const { number, text } of splitLines(readText(path), MAX_LINE_MEGABYTES * 1e6)) {
    if (text === null) onProblem(wording.wrongLine(path, number, wording.lineTooLong(MAX_LINE_MEGABYTES)));
    else if (text.trim()) {
      const record = parseRecord(text);
      if (typeof record === 'string') onProblem(wording.wrongLine(path, number, record));
      else {
        records++;
        yield record;
      }
    }
  }
  if (records === 0) throw new InputError(wording.noArticles(path));
  await refuseChanged(path, before);
}
