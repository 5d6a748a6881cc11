import type { PrintedFacts } from '../reader.js';
import { type CleanRecord, cleanRecord } from '../records/clean-record.js';
import type { FieldNames } from '../records/field-names.js';
import { type GivenRecord, isRecord, readRecord } from '../records/read-record.js';
import { readDay, readPage } from '../records/read-values.js';

/** A record that may be an article, with what the objects around it say of its issue. */
export type FoundRecord = { record: CleanRecord; around: PrintedFacts };

/** Objects and lists deeper than this hold no articles. */
const DEEPEST = 12;

/**
 * The articles of a parsed JSON file, wherever they stand: a list, an object with a list of articles, objects for the
 * pages of an issue with lists in them, one article alone. `headlines` counts objects with a headline and no field for a text.
 */
export function findRecords(
  parsed: unknown,
  names: FieldNames,
): { records: FoundRecord[]; headlines: number } {
  const records: FoundRecord[] = [];
  let headlines = 0;
  const walk = (value: unknown, around: PrintedFacts, depth: number): void => {
    if (depth > DEEPEST) return;
    if (Array.isArray(value)) for (const one of value) walk(one, around, depth + 1);
    if (!isRecord(value)) return;
    const found = readRecord(value, names);
    const record = cleanRecord(found);
    const isWhole = record.text !== null && record.truncated === null;
    // An issue may have a description of its own; its articles stand in a list.
    if (isWhole || (found.hasText && !holdsRecords(value, names))) records.push({ record, around });
    else {
      const nested = Object.entries(value).filter(([, one]) => typeof one === 'object' && one !== null);
      if (record.headline !== null && !nested.length) headlines++;
      const own = describe(record, around);
      for (const [name, one] of nested) walk(one, { ...own, ...describeName(name) }, depth + 1);
    }
  };
  walk(parsed, { newspaper: null, date: null, page: null }, 0);
  return { records, headlines };
}

function holdsRecords(value: GivenRecord, names: FieldNames): boolean {
  const lists = Object.values(value).filter((one) => Array.isArray(one));
  return lists
    .flat()
    .some((one) => isRecord(one) && readRecord(one, names).hasText && hasHeadline(one, names));
}

/** Lists are also named by their day or page: {"2026-06-12": […]}, {"01版": […]}. */
function describeName(name: string): Partial<PrintedFacts> {
  const date = /^\d{4}/u.test(name) ? readDay(name) : null;
  if (date) return { date };
  const page = name.includes('版') ? readPage(name) : null;
  return page ? { page } : {};
}

const hasHeadline = (value: GivenRecord, names: FieldNames): boolean =>
  readRecord(value, names).headline !== null;

const describe = (
  { newspaper, source, namedSource, date, page }: CleanRecord,
  around: PrintedFacts,
): PrintedFacts => ({
  newspaper: newspaper ?? namedSource ?? around.newspaper ?? source,
  date: date ?? around.date,
  page: page ?? around.page,
});
