import { isPdf } from '../readers/pdf/open-pdf-pages.js';
import type { Reading } from '../readers/reader.js';
import { isPageFile } from '../readers/readers.js';
import type { OpenedPage } from './open-page.js';

/** The other pages that a file's articles go on or began on; none for what is no page. */
export async function findSiblings(
  path: string,
  { given, openWithSiblings }: Pick<Reading, 'given' | 'openWithSiblings'>,
): Promise<readonly OpenedPage[]> {
  if (!isPageFile(path)) return [];
  return (await openWithSiblings(path, given)).siblings;
}

/**
 * Whether no other page can change what a file's articles are without its being told. A page of text that goes on
 * elsewhere is read again in each run. PDF takes too long for that: where its other pages come, or change, they make it
 * stale, and until that is done those are read again.
 */
export async function isSelfContained(
  path: string,
  { given, openWithSiblings }: Pick<Reading, 'given' | 'openWithSiblings'>,
): Promise<boolean> {
  if (!isPageFile(path)) return true;
  const { pages, siblings } = await openWithSiblings(path, given);
  return isPdf(path) ? siblings.length === 0 : pages.every(({ markers }) => markers.length === 0);
}
