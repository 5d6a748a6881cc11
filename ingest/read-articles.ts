import { stat } from 'node:fs/promises';
import { InputError } from '../src/domain/errors.js';
import * as wording from '../src/domain/wording/ingest.js';
import type { RawArticle } from './raw-article.js';
import type { Reading } from './readers/reader.js';
import { findReader } from './readers/readers.js';

/**
 * All articles of a file.
 * @throws InputError at the end when there were none, or when the file changed meanwhile.
 */
export async function* readArticles(path: string, reading: Reading): AsyncGenerator<RawArticle> {
  const before = await stat(path);
  let articles = 0;
  for await (const article of findReader(path)?.read(path, reading) ?? []) {
    articles++;
    yield article;
  }
  if (!articles) throw new InputError(before.size ? wording.noArticles(path) : wording.emptyFile(path));
  const after = await stat(path);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    throw new InputError(wording.changedWhileReading(path));
  }
}
