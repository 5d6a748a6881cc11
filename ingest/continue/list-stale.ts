import type { ArchiveWriter } from '../../src/domain/ports.js';
import { buildFingerprint } from '../fingerprint.js';
import type { GivenFacts, Reading } from '../readers/reader.js';
import { findSiblings } from './find-siblings.js';

/**
 * Files of the archive that hold parts of a file's articles and would now give others than they gave: they were taken
 * in before this file was there, or before it changed. `isComing` tells which files are taken in anyway.
 */
export async function listStale(
  writer: Pick<ArchiveWriter, 'loadFile'>,
  path: string,
  { given, openWithSiblings }: Reading,
  isComing: (path: string) => boolean,
): Promise<{ path: string; given: GivenFacts }[]> {
  const stale: { path: string; given: GivenFacts }[] = [];
  for (const sibling of await findSiblings(path, { given, openWithSiblings })) {
    if (isComing(sibling.path)) continue;
    const parts = await findSiblings(sibling.path, { given: sibling.given, openWithSiblings });
    const fingerprint = await buildFingerprint(sibling.path, sibling.given, parts);
    const stored = await writer.loadFile(sibling.path);
    if (stored?.fingerprint !== fingerprint) stale.push({ path: sibling.path, given: sibling.given });
  }
  return stale;
}
