import { InputError } from '../../src/domain/errors.js';
import * as wording from '../../src/domain/wording/ingest.js';
import type { Encoding } from '../files/encoding/encodings.js';
import { readText } from '../files/open-file.js';

/** A page of print holds some 10,000 characters; a "page" far beyond that is something else. */
const MAX_MEGABYTES = 4;
/** A page has some thousand print lines; taking very many short ones apart would take minutes. */
const MAX_LINES = 20_000;

/** Judges by the name alone, without a trailing .gz. */
export const isPageText = (path: string): boolean => /\.te?xt$/iu.test(path);

/**
 * The whole text of a page's file.
 * @throws InputError for a file that cannot be read, is no text, holds nothing or is too large for a page.
 */
export async function readPageText(path: string, encoding: Encoding | null): Promise<string> {
  let text = '';
  for await (const piece of readText(path, encoding)) {
    text += piece;
    if (text.length > MAX_MEGABYTES * 1e6) throw new InputError(wording.tooLarge(path, MAX_MEGABYTES));
  }
  if (text.split('\n', MAX_LINES + 1).length > MAX_LINES)
    throw new InputError(wording.tooManyLines(path, MAX_LINES));
  if (!text.trim()) throw new InputError(wording.emptyFile(path));
  return text;
}
