import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findProjectRoot } from './project-root.js';

/**
 * The file of a thread, which stands beside the module that starts it (`beside`, its import.meta.url), `name` without an
 * ending. A thread runs no TypeScript: where the module runs from its source, in tests, the compiled one is taken.
 */
export function findWorkerFile(beside: string, name: string): URL {
  if (!beside.endsWith('.ts')) return new URL(`./${name}.js`, beside);
  const root = findProjectRoot();
  return pathToFileURL(join(root, 'dist', relative(root, dirname(fileURLToPath(beside))), `${name}.js`));
}
