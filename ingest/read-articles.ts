import type { BigIntStats } from 'node:fs';
import { InputError } from '../src/domain/errors.js';
import * as wording from '../src/domain/wording/ingest.js';
import { refuseChanged, statFile } from './files/stat-file.js';
import type { RawArticle } from './raw-article.js';
import type { Reading } from './readers/reader.js';
import { findReader } from './readers/readers.js';

/**
 * All articles of a file. `before` is how it was when it was first looked at, now where it is left out.
 * @throws InputError at the end when there were none, or when the file changed meanwhile.
 */
export async function* readArticles(
  path: string,
  reading: Reading,
  before?: BigIntStats,
): AsyncGenerator<RawArticle> {
  const found = before ?? (await statFile(path));
  let articles = 0;
  for await (const article of findReader(path)?.read(path, reading) ?? []) {
    articles++;
    yield article;
  }
  if (!articles) throw new InputError(found.size ? wording.noArticles(path) : wording.emptyFile(path));
  await refuseChanged(path, found);
}
