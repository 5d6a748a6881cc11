import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the build makes of the dictionaries and the divisions of China, so that no start has to. */
export type TableName = 'words' | 'places' | 'short-names' | 'division-names';

/** In dist/, also where the program runs from its source, in tests. */
export const TABLE_FOLDER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../../dist/tables/' : '../../../tables/', import.meta.url),
);

export function readTable(name: TableName): Buffer {
  return readFileSync(TABLE_FOLDER + name);
}
