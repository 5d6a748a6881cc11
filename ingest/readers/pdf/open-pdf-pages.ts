import type { OpenedFile } from '../../continue/open-page.js';
import type { GivenFacts } from '../reader.js';
import { takeDocumentApart } from './articles/take-document-apart.js';
import { openParts } from './open-parts.js';
import { readPages } from './read-pages.js';

/** Judges by the name alone. */
export const isPdf = (path: string): boolean => /\.pdf(?:\.gz)?$/iu.test(path);

/** @throws InputError as readPages does */
export async function openPdfPages(path: string, given: GivenFacts): Promise<OpenedFile> {
  const problems: string[] = [];
  const pages = await readPages(path, { onProblem: (sentence) => problems.push(sentence) });
  return { pages: openParts(path, takeDocumentApart(pages), given), problems };
}
