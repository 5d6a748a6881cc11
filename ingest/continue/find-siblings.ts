import type { Reading } from '../readers/reader.js';
import { isPageFile } from '../readers/readers.js';
import type { OpenedPage } from './open-page.js';

/** The other pages that a file's articles go on or began on; none for what is no page. */
export async function findSiblings(
  path: string,
  { given, openWithSiblings }: Pick<Reading, 'given' | 'openWithSiblings'>,
): Promise<OpenedPage[]> {
  if (!isPageFile(path)) return [];
  const [, ...siblings] = await openWithSiblings(path, given);
  return siblings;
}

/** Whether no other page can ever change what a file's articles are. */
export async function isSelfContained(
  path: string,
  { given, openWithSiblings }: Pick<Reading, 'given' | 'openWithSiblings'>,
): Promise<boolean> {
  if (!isPageFile(path)) return true;
  const [page] = await openWithSiblings(path, given);
  return page.markers.length === 0;
}
