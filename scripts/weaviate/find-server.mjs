// @ts-check
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { WeaviateFailure } from './failure.mjs';
import { say } from './wording.mjs';

export const WEAVIATE_VERSION = '1.39.0';

/** Where `build` puts the server; kept outside the project, so that a clean copy need not compile it again. */
export function cachedServer() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'baowen', `weaviate-${WEAVIATE_VERSION}`, 'weaviate-server');
}

/**
 * The server's path, or null where it has not been built.
 * @returns {string | null}
 * @throws {WeaviateFailure} where WEAVIATE_SERVER names no program
 */
export function findServer() {
  const given = process.env.WEAVIATE_SERVER;
  if (given && !isProgram(given)) throw new WeaviateFailure(say.givenServerMissing(given));
  const path = given ? resolve(given) : cachedServer();
  return isProgram(path) ? path : null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
