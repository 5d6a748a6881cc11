import { InputError } from '../src/domain/errors.js';
import * as wording from '../src/domain/wording/ingest.js';
import { statFile } from './files/stat-file.js';
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
  before?: Awaited<ReturnType<typeof statFile>>,
): AsyncGenerator<RawArticle> {
  const { size, mtimeNs, ino } = before ?? (await statFile(path));
  let articles = 0;
  for await (const article of findReader(path)?.read(path, reading) ?? []) {
    articles++;
    yield article;
  }
  if (!articles) throw new InputError(size ? wording.noArticles(path) : wording.emptyFile(path));
  const after = await statFile(path);
  if (after.size !== size || after.mtimeNs !== mtimeNs || after.ino !== ino)
    throw new InputError(wording.changedWhileReading(path));
}
