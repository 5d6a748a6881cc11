import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import type { FileLook } from '../../src/domain/file-look.js';
import { statFile } from '../files/stat-file.js';
import { INGEST_VERSION } from '../fingerprint.js';
import { parseFileFacts } from '../pages/issue/file-facts.js';
import type { GivenFacts } from '../readers/reader.js';
import { findReader } from '../readers/readers.js';

/**
 * A file that was changed less than this before a look, or in the future, may change again without its times telling:
 * milliseconds, twice the coarsest clock of a file system (FAT).
 */
const SETTLED_AFTER = 4000;

/**
 * What can be told of a file without reading it, with all else that decides which articles it gives: its place on the
 * disk, size and times, and those of its companions. No program can set the time of its last change of any kind (ctime).
 * @throws InputError where the file is not there any more.
 */
export async function lookAtFile(path: string, given: GivenFacts, now: number): Promise<FileLook> {
  const all = await statWithCompanions(path);
  const isSettled = all.every(
    ({ mtimeMs, ctimeMs }) => Math.max(Number(mtimeMs), Number(ctimeMs)) + SETTLED_AFTER < now,
  );
  const deciding = JSON.stringify([INGEST_VERSION, describe(all), parseFileFacts(path), given]);
  const state = isSettled ? createHash('sha256').update(deciding).digest('base64') : null;
  return { device: String(all[0]?.dev), state, at: now };
}

/**
 * Whether the file is surely as it was at an earlier look. Where the clock has gone back since, a later change may bear an
 * earlier time, so that nothing is sure.
 */
export const isUntouched = (before: FileLook | null, now: FileLook): boolean =>
  before !== null && before.state !== null && before.state === now.state && before.at <= now.at;

/** Tells one state of a file and its companions from another, as far as their places, sizes and times do. */
export const markState = async (path: string): Promise<string> => describe(await statWithCompanions(path));

async function statWithCompanions(path: string): Promise<BigIntStats[]> {
  const companions = (await findReader(path)?.companions?.find(path)) ?? [];
  const all: BigIntStats[] = [];
  for (const one of [path, ...companions]) all.push(await statFile(one));
  return all;
}

const describe = (all: readonly BigIntStats[]): string =>
  all.map(({ dev, ino, size, mtimeNs, ctimeNs }) => [dev, ino, size, mtimeNs, ctimeNs].join()).join(' ');
