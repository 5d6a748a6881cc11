import { UsageError } from '../src/domain/errors.js';
import type { IngestOptions } from '../src/domain/ports.js';
import * as wording from '../src/domain/wording/ingest.js';
import { unknownEncoding } from '../src/domain/wording/ingest-encoding.js';
import { parseDay } from '../src/text/calendar.js';
import { parseEncoding } from './files/encoding/encodings.js';
import type { GivenFacts } from './readers/reader.js';
import { parseFieldNames } from './readers/records/field-names.js';
import { readPage } from './readers/records/read-values.js';

/** @throws UsageError for a date that is none, an encoding that nobody knows, a mapping of no field. */
export function parseGiven({ newspaper, date, page, encoding, fields }: IngestOptions): GivenFacts {
  const day = date === undefined ? null : parseDay(date);
  if (date !== undefined && day === null) throw new UsageError(wording.wrongDay(date));
  const known = encoding === undefined ? null : parseEncoding(encoding);
  if (encoding !== undefined && known === null) throw new UsageError(unknownEncoding(encoding));
  return {
    newspaper: newspaper ?? null,
    date: day,
    page: page === undefined ? null : (readPage(page) ?? page.trim()),
    encoding: known,
    fields: parseFieldNames(fields ?? []),
  };
}
