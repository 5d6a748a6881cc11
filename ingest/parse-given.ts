import { InputError } from '../src/domain/errors.js';
import type { IngestOptions } from '../src/domain/ports.js';
import * as wording from '../src/domain/wording/ingest.js';
import { unknownEncoding } from '../src/domain/wording/ingest-encoding.js';
import { parseDay } from '../src/text/calendar.js';
import { parseEncoding } from './files/encoding/encodings.js';
import type { GivenFacts } from './readers/reader.js';
import { parseFieldNames } from './readers/records/field-names.js';

/** @throws InputError for a date that is none, an encoding that nobody knows, a mapping of no field. */
export function parseGiven({ newspaper, date, page, encoding, fields }: IngestOptions): GivenFacts {
  const day = date === undefined ? null : parseDay(date);
  if (date !== undefined && day === null) throw new InputError(wording.wrongDay(date));
  const known = encoding === undefined ? null : parseEncoding(encoding);
  if (encoding !== undefined && known === null) throw new InputError(unknownEncoding(encoding));
  return {
    newspaper: newspaper ?? null,
    date: day,
    page: page ?? null,
    encoding: known,
    fields: parseFieldNames(fields ?? []),
  };
}
