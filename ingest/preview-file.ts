import { splitChunks } from './chunk.js';
import { isExport } from './export/is-export.js';
import { readRecords } from './export/read-records.js';
import { readArticles } from './read-articles.js';
import type { Reading } from './readers/reader.js';

/** Reads a file without storing anything: for --dry-run, and to explain a file that is in the archive already. */
export async function previewFile(
  path: string,
  reading: Reading,
): Promise<{ articles: number; chunks: number }> {
  const held = { articles: 0, chunks: 0 };
  for await (const body of readBodies(path, reading)) {
    held.articles++;
    held.chunks += splitChunks(body).length;
  }
  return held;
}

async function* readBodies(path: string, reading: Reading): AsyncGenerator<string> {
  if (await isExport(path)) {
    for await (const { article } of readRecords(path, reading.onProblem)) yield article.body;
  } else {
    for await (const { body } of readArticles(path, reading)) yield body;
  }
}
