import { jsonLinesReader } from './json-lines.js';
import type { Reader } from './reader.js';
import { textPageReader } from './text-page.js';

const READERS: readonly Reader[] = [textPageReader, jsonLinesReader];

/** The reader for a file, judged by its name. */
export function findReader(path: string): Reader | undefined {
  const bare = path.replace(/\.gz$/iu, '');
  return READERS.find((reader) => reader.accepts(bare));
}

export const isReadable = (path: string): boolean => findReader(path) !== undefined;
