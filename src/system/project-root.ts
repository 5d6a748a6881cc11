import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of baowen's package.json, found upwards from this file: it runs from src/ in tests and from
 * dist/src/ when compiled.
 */
export function findProjectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isProjectRoot(folder)) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json of baowen above ${import.meta.url}`);
    folder = parent;
  }
  return folder;
}

function isProjectRoot(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === 'baowen';
  } catch {
    return false;
  }
}
