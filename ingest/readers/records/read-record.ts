import {
  ABSTRACT_NAMES,
  FIELDS,
  type Field,
  type FieldNames,
  foldName,
  namesOf,
  REPORTER_NAMES,
  SOURCE_NAMES,
} from './field-names.js';
import { readWords } from './read-values.js';

/** A record of a file: the names are those of whoever made it. */
export type GivenRecord = { readonly [name: string]: unknown };

/** What a record says of its article, as it stands there. */
export type FoundFields = { [field in Field]: string | null } & {
  /** The agency, site or newspaper that it comes from. */
  source: string | null;
  /** The text is an abstract. */
  isAbstract: boolean;
  /** The byline holds reporters. */
  areReporters: boolean;
  /** There is a field for the text, be it empty. */
  hasText: boolean;
};

/** Looks the fields up under the names that were given for them, else under those that are known. */
export function readRecord(record: GivenRecord, given: FieldNames): FoundFields {
  return readFields(record, given, findInner(record, given));
}

function readFields(record: GivenRecord, given: FieldNames, inner: FoundFields | null): FoundFields {
  const values = new Map(Object.entries(record).map(([name, value]) => [foldName(name), value]));
  const find = (names: readonly string[], between = ' '): [value: string | null, name: string | null] => {
    for (const name of names) {
      const value = readWords(values.get(name), between);
      if (value !== null) return [value, name];
    }
    return [null, null];
  };
  const found = Object.fromEntries(
    FIELDS.map((field) => [
      field,
      find(namesOf(field, given), betweenOf(field))[0] ?? inner?.[field] ?? null,
    ]),
  ) as { [field in Field]: string | null };
  const abstract = found.text === null && given.text === undefined ? find(ABSTRACT_NAMES, '\n')[0] : null;
  const [, bylineName] = find(namesOf('byline', given));
  return {
    ...found,
    text: found.text ?? abstract,
    source: find(SOURCE_NAMES)[0] ?? inner?.source ?? null,
    isAbstract: abstract !== null,
    areReporters: REPORTER_NAMES.includes(bylineName ?? ''),
    hasText:
      inner?.hasText === true ||
      [...namesOf('text', given), ...ABSTRACT_NAMES].some((name) => values.has(name)),
  };
}

const betweenOf = (field: Field): string => (field === 'text' ? '\n' : ' ');

/** Text and title may stand one level further down: {"page": 1, "block": {"title": …, "content": …}}. */
function findInner(record: GivenRecord, given: FieldNames): FoundFields | null {
  const textNames = namesOf('text', given);
  for (const value of Object.values(record)) {
    if (!isRecord(value)) continue;
    const holdsText = Object.keys(value).some((name) => textNames.includes(foldName(name)));
    if (holdsText) return readFields(value, given, null);
  }
  return null;
}

export const isRecord = (value: unknown): value is GivenRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
