import { unpackedName } from '../files/unpacked-name.js';
import { docxReader } from './docx/docx.js';
import { htmlReader } from './html/html-reader.js';
import { jsonReader } from './json/json.js';
import { jsonLinesReader } from './json-lines.js';
import { markdownReader } from './markdown/markdown.js';
import { pdfReader } from './pdf/pdf.js';
import type { Reader } from './reader.js';
import { tableReader } from './table/table.js';
import { textPageReader } from './text-page.js';
import { zipReader } from './zip/zip.js';

/** In this order: a reader for a narrower kind of file stands before the one for all files of its ending. */
const READERS: readonly Reader[] = [
  textPageReader,
  markdownReader,
  jsonLinesReader,
  jsonReader,
  tableReader,
  htmlReader,
  pdfReader,
  docxReader,
  zipReader,
];

/** The reader for a file, judged by its name. */
export const findReader = (path: string): Reader | undefined =>
  READERS.find((reader) => reader.accepts(unpackedName(path)));

/** Whether a file only serves others. */
export const isCompanion = (path: string): boolean =>
  READERS.some(({ companions }) => companions?.isOne(unpackedName(path)));

/** Whether a file holds pages of print, or an article of one, that may go on in another file. */
export function isPageFile(path: string): boolean {
  const reader = findReader(path);
  return !isCompanion(path) && (reader === textPageReader || reader === pdfReader);
}

export const isReadable = (path: string): boolean => !isCompanion(path) && findReader(path) !== undefined;

/** The endings of all formats, for a person. */
export const listEndings = (): string[] => [...new Set(READERS.flatMap(({ endings }) => endings))];
