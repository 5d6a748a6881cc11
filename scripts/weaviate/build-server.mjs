// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { WeaviateFailure } from './failure.mjs';
import { cachedServer, findServer, WEAVIATE_VERSION } from './find-server.mjs';
import { say } from './wording.mjs';

const MINUTES = 20;
const PACKAGE = `github.com/weaviate/weaviate/cmd/weaviate-server@v${WEAVIATE_VERSION}`;
const GO_MISSING = 3;

/**
 * The server that is there, else one compiled into the cache folder.
 * @param {(line: string) => void} notice
 * @returns {string} its path
 */
export function buildServer(notice) {
  const found = findServer();
  if (found) return found;
  if (spawnSync('go', ['version']).error) throw new WeaviateFailure(say.goMissing(), GO_MISSING);
  notice(say.building(WEAVIATE_VERSION));
  const target = cachedServer();
  mkdirSync(dirname(target), { recursive: true });
  // Whoever looks meanwhile finds no half-written program: it is renamed into place when it is whole.
  const folder = mkdtempSync(join(dirname(target), 'building-'));
  try {
    compile(folder);
    renameSync(join(folder, basename(target)), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return target;
}

/** @param {string} folder */
function compile(folder) {
  const { error, status } = spawnSync('go', ['install', '-ldflags=-s -w', PACKAGE], {
    // Without cgo no C compiler is needed, and the program runs on any libc.
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
    stdio: ['ignore', 2, 2],
    timeout: MINUTES * 60_000,
    killSignal: 'SIGINT',
  });
  if (error && 'code' in error && error.code === 'ETIMEDOUT') {
    throw new WeaviateFailure(say.buildTooLong(MINUTES));
  }
  if (error || status !== 0) throw new WeaviateFailure(say.buildFailed(WEAVIATE_VERSION));
}
