import { InputError } from '../../src/domain/errors.js';
import * as wording from '../../src/domain/wording/ingest.js';
import { readText } from '../files/open-file.js';
import { explainPage } from '../pages/explain-page.js';
import { findIssue } from '../pages/find-issue.js';
import { takeApart } from '../pages/take-apart.js';
import type { Reader } from './reader.js';

/** A page of print holds some 10,000 characters; a "page" far beyond that is something else. */
const MAX_MEGABYTES = 4;
/** A page has some thousand print lines; taking very many short ones apart would take minutes. */
const MAX_LINES = 20_000;

/** A newspaper page as plain text: one file a page, several articles. */
export const textPageReader: Reader = {
  accepts: (path) => /\.te?xt$/iu.test(path),
  async *read(path, reading) {
    const text = await readWhole(path);
    if (!text.trim()) throw new InputError(wording.emptyFile(path));
    const parts = takeApart(text);
    if (!parts.articles.length) throw new InputError(wording.noArticles(path));
    const issue = findIssue(path, parts.lines, reading.given);
    reading.onExplain?.(explainPage(path, issue, parts));
    for (const { article } of parts.articles) yield { ...article, ...issue };
  },
};

async function readWhole(path: string): Promise<string> {
  let text = '';
  for await (const piece of readText(path)) {
    text += piece;
    if (text.length > MAX_MEGABYTES * 1e6) throw new InputError(wording.tooLarge(path, MAX_MEGABYTES));
  }
  if (text.split('\n', MAX_LINES + 1).length > MAX_LINES)
    throw new InputError(wording.tooManyLines(path, MAX_LINES));
  return text;
}
