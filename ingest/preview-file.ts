import type { IngestedFile, IngestReport } from '../src/domain/ports.js';
import { splitChunks } from './chunk.js';
import { isExport } from './export/is-export.js';
import { readRecords } from './export/read-records.js';
import { readArticles } from './read-articles.js';
import type { Reading } from './readers/reader.js';

/** Reads a file without storing anything: for --dry-run, and to explain a file that is in the archive already. */
export async function previewFile(
  path: string,
  reading: Reading,
  report: IngestReport | null,
): Promise<Pick<IngestedFile, 'status' | 'articles'>> {
  let articles = 0;
  for await (const body of readBodies(path, reading)) {
    articles++;
    if (report) report.chunks += splitChunks(body).length;
  }
  if (report) report.articles.added += articles;
  return { status: 'new', articles };
}

async function* readBodies(path: string, reading: Reading): AsyncGenerator<string> {
  if (await isExport(path)) {
    for await (const { article } of readRecords(path, reading.onProblem)) yield article.body;
  } else {
    for await (const { body } of readArticles(path, reading)) yield body;
  }
}
