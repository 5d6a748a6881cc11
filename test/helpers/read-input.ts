import { createSiblingFinder } from '../../ingest/continue/sibling-finder.js';
import { parseGiven } from '../../ingest/parse-given.js';
import type { RawArticle } from '../../ingest/raw-article.js';
import { readArticles } from '../../ingest/read-articles.js';
import type { GivenFacts } from '../../ingest/readers/reader.js';
import { collect } from './collect.js';

/** Nothing was said on the command line. */
export const NOTHING_GIVEN: GivenFacts = parseGiven({ paths: [] });

/** What one input file gives, without an archive: its articles and what was passed over. */
export async function readInput(path: string): Promise<{ articles: RawArticle[]; problems: string[] }> {
  const problems: string[] = [];
  const openWithSiblings = createSiblingFinder({ run: [{ path, given: NOTHING_GIVEN }], archive: null });
  const onProblem = (sentence: string) => problems.push(sentence);
  const articles = await collect(
    readArticles(path, { given: NOTHING_GIVEN, openWithSiblings, onProblem, onExplain: null }),
  );
  return { articles, problems };
}
