import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSiblingFinder } from '../../ingest/continue/sibling-finder.js';
import type { RawArticle } from '../../ingest/raw-article.js';
import { pdfReader } from '../../ingest/readers/pdf/pdf.js';
import { collect } from './collect.js';
import { NOTHING_GIVEN } from './read-input.js';
import { makeTemporaryFolder } from './temporary-folder.js';

/** A PDF file as the reader takes it, and what a person is told of it. */
export type ReadPdf = { articles: RawArticle[]; problems: string[]; explained: string };

/** @throws InputError as the reader does */
export async function readPdfFile(path: string): Promise<ReadPdf> {
  const problems: string[] = [];
  const explained: string[] = [];
  const articles = await collect(
    pdfReader.read(path, {
      given: NOTHING_GIVEN,
      openWithSiblings: createSiblingFinder({ run: [{ path, given: NOTHING_GIVEN }], archive: null }),
      onProblem: (sentence) => problems.push(sentence),
      onExplain: (text) => explained.push(text),
    }),
  );
  return { articles, problems, explained: explained.join('\n') };
}

/** Writes the bytes into a folder of the running test and reads them. */
export function readPdf(bytes: Uint8Array, name = '版面.pdf'): Promise<ReadPdf> {
  const path = join(makeTemporaryFolder(), name);
  writeFileSync(path, bytes);
  return readPdfFile(path);
}
