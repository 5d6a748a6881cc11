import { readFileSync } from 'node:fs';

/** The whole text of a file in a known encoding. */
export const readAllText = (path: string, encoding: string): string =>
  new TextDecoder(encoding).decode(readFileSync(path));
