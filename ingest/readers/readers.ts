import { unpackedName } from '../files/unpacked-name.js';
import { htmlReader } from './html/html-reader.js';
import { jsonLinesReader } from './json-lines.js';
import type { Reader } from './reader.js';
import { textPageReader } from './text-page.js';

/** In this order: a reader for a narrower kind of file stands before the one for all files of its ending. */
const READERS: readonly Reader[] = [textPageReader, jsonLinesReader, htmlReader];

/** The reader for a file, judged by its name. */
export const findReader = (path: string): Reader | undefined =>
  READERS.find((reader) => reader.accepts(unpackedName(path)));

/** Whether a file only serves others. */
export const isCompanion = (path: string): boolean =>
  READERS.some(({ companions }) => companions?.isOne(unpackedName(path)));

export const isReadable = (path: string): boolean => !isCompanion(path) && findReader(path) !== undefined;

/** The endings of all formats, for a person. */
export const listEndings = (): string[] => [...new Set(READERS.flatMap(({ endings }) => endings))];
