import { createHash } from 'node:crypto';
import { identifyPage, type OpenedPage } from './continue/open-page.js';
import { hashFile } from './files/open-file.js';
import { parseFileFacts } from './pages/issue/file-facts.js';
import type { GivenFacts } from './readers/reader.js';
import { findReader } from './readers/readers.js';

/** Raised when the same file would now give other articles or chunks: archives then take it in anew. */
export const INGEST_VERSION = 5;

const digest = (deciding: unknown): string =>
  createHash('sha256').update(JSON.stringify(deciding)).digest('hex');

/** Stands for all of a file itself that decides which articles it gives: its bytes, those of its companions, its name's facts, the given facts, this program. */
async function buildBase(path: string, given: GivenFacts): Promise<string> {
  const companions = (await findReader(path)?.companions?.find(path)) ?? [];
  const hashes: string[] = [];
  for (const companion of companions) hashes.push(await hashFile(companion));
  return digest([INGEST_VERSION, await hashFile(path), ...hashes, parseFileFacts(path), given]);
}

/** BASE, or BASE-SIBLINGS where articles of the file go on, or began, in other files. */
export async function buildFingerprint(
  path: string,
  given: GivenFacts,
  siblings: readonly OpenedPage[],
): Promise<string> {
  const base = await buildBase(path, given);
  return siblings.length ? `${base}-${digest(siblings.map(identifyPage).sort())}` : base;
}

/** Whether a fingerprint was made of the file as it is now, taken in with these facts. */
export async function isOfBase(fingerprint: string, path: string, given: GivenFacts): Promise<boolean> {
  return fingerprint.split('-')[0] === (await buildBase(path, given));
}
