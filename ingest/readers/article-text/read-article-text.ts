import type { Encoding } from '../../files/encoding/encodings.js';
import { readText } from '../../files/open-file.js';
import type { ArticleText } from './article-text.js';
import { parseDeckFile } from './deck-file.js';
import { findTitleFile } from './title-file.js';
import { parseTitledFile } from './titled-file.js';

/** Characters; a headline's file that holds more is something else, and its beginning will do. */
const LONGEST_TITLE = 1000;

/** The one article that a file of text holds; null where it is a page of print. */
export async function readArticleText(
  path: string,
  text: string,
  encoding: Encoding | null,
): Promise<ArticleText | null> {
  const titleFile = await findTitleFile(path);
  const title = titleFile && (await readTitle(titleFile, encoding));
  return parseTitledFile(text, title || null) ?? parseDeckFile(path, text);
}

async function readTitle(path: string, encoding: Encoding | null): Promise<string> {
  let title = '';
  for await (const piece of readText(path, encoding)) title += piece;
  return title.trim().slice(0, LONGEST_TITLE);
}
