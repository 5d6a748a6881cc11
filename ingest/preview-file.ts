import { InputError } from '../src/domain/errors.js';
import type { IngestedFile, IngestReport } from '../src/domain/ports.js';
import * as wording from '../src/domain/wording/ingest.js';
import { splitChunks } from './chunk.js';
import type { Reading } from './readers/reader.js';
import { findReader } from './readers/readers.js';

/** Reads a file without storing anything: for --dry-run, and to explain a file that is in the archive already. */
export async function previewFile(
  path: string,
  reading: Reading,
  report: IngestReport | null,
): Promise<Pick<IngestedFile, 'status' | 'articles'>> {
  let articles = 0;
  for await (const article of findReader(path)?.read(path, reading) ?? []) {
    articles++;
    if (report) report.chunks += splitChunks(article.body).length;
  }
  if (!articles) throw new InputError(wording.noArticles(path));
  if (report) report.articles.added += articles;
  return { status: 'new', articles };
}
