import type { Reading } from '../readers/reader.js';
import { findReader } from '../readers/readers.js';
import { textPageReader } from '../readers/text-page.js';
import type { OpenedPage } from './open-page.js';

/** The other pages that a file's articles go on or began on; none for what is no page. */
export async function findSiblings(
  path: string,
  { given, openWithSiblings }: Pick<Reading, 'given' | 'openWithSiblings'>,
): Promise<OpenedPage[]> {
  if (findReader(path) !== textPageReader) return [];
  const [, ...siblings] = await openWithSiblings(path, given);
  return siblings;
}

/** Whether no other page can ever change what a file's articles are. */
export async function isSelfContained(
  path: string,
  { given, openWithSiblings }: Pick<Reading, 'given' | 'openWithSiblings'>,
): Promise<boolean> {
  if (findReader(path) !== textPageReader) return true;
  const [page] = await openWithSiblings(path, given);
  return page.markers.length === 0;
}
