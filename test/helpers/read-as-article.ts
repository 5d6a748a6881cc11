import { join } from 'node:path';
import { createSiblingFinder } from '../../ingest/continue/sibling-finder.js';
import { parseGiven } from '../../ingest/parse-given.js';
import type { RawArticle } from '../../ingest/raw-article.js';
import { readArticles } from '../../ingest/read-articles.js';
import type { IngestOptions } from '../../src/domain/ports.js';
import { writeFiles } from './archive-of.js';
import { collect } from './collect.js';

/** Reads a file, as an ingest would, without storing anything. */
export async function readFileAt(path: string, options: Partial<IngestOptions> = {}) {
  const given = parseGiven({ paths: [], ...options });
  const problems: string[] = [];
  const openWithSiblings = createSiblingFinder({ run: [{ path, given }], archive: null });
  const onProblem = (sentence: string) => problems.push(sentence);
  const articles = await collect(readArticles(path, { given, openWithSiblings, onProblem, onExplain: null }));
  return { articles, problems };
}

/** Writes a file, with others beside it, and reads it. */
export function readWritten(
  name: string,
  content: string | Buffer,
  options: Partial<IngestOptions> = {},
  beside: Record<string, string | Buffer> = {},
): Promise<{ articles: RawArticle[]; problems: string[] }> {
  return readFileAt(join(writeFiles({ ...beside, [name]: content }), name), options);
}
