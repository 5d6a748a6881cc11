import type { ArchiveWriter } from '../../src/domain/ports.js';
import { buildFingerprint } from '../fingerprint.js';
import type { GivenFacts, Reading } from '../readers/reader.js';
import { findSiblings } from './find-siblings.js';

/**
 * Files that hold parts of a file's articles and would now give others than they gave: they were taken in before this
 * file was there, or before it changed. `isDone` tells which this run has read already.
 */
export async function listStale(
  writer: Pick<ArchiveWriter, 'loadFile'>,
  path: string,
  { given, openWithSiblings }: Reading,
  isDone: (path: string) => boolean,
): Promise<{ path: string; given: GivenFacts }[]> {
  const stale: { path: string; given: GivenFacts }[] = [];
  const siblings = await findSiblings(path, { given, openWithSiblings });
  for (const sibling of new Map(siblings.map((one) => [one.path, one])).values()) {
    if (isDone(sibling.path)) continue;
    const parts = await findSiblings(sibling.path, { given: sibling.given, openWithSiblings });
    const fingerprint = await buildFingerprint(sibling.path, sibling.given, parts);
    const stored = await writer.loadFile(sibling.path);
    if (stored?.fingerprint !== fingerprint) stale.push({ path: sibling.path, given: sibling.given });
  }
  return stale;
}
