import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseGiven } from '../../ingest/parse-given.js';
import type { RawArticle } from '../../ingest/raw-article.js';
import { htmlReader } from '../../ingest/readers/html/html-reader.js';
import { collect } from './collect.js';
import { makeTemporaryFolder } from './temporary-folder.js';

type Options = {
  /** Of the file inside a folder of its own. */
  name?: string;
  newspaper?: string;
  date?: string;
  page?: string;
  /** Other files in the same folder. */
  beside?: Record<string, string>;
};

/** Writes a page, with others beside it, and reads it: its articles and what is told of it. */
export async function readHtml(
  page: string | Uint8Array,
  { name = 'page.html', newspaper, date, page: number, beside = {} }: Options = {},
): Promise<{ articles: RawArticle[]; explained: string }> {
  const folder = makeTemporaryFolder();
  for (const [file, content] of Object.entries({ ...beside, [name]: page })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  let explained = '';
  const reading = {
    given: {
      ...parseGiven({ paths: [] }),
      newspaper: newspaper ?? null,
      date: date ?? null,
      page: number ?? null,
    },
    openWithSiblings: () => Promise.reject(new Error('A page of HTML has no siblings.')),
    onProblem: (sentence: string) => {
      throw new Error(sentence);
    },
    onExplain: (text: string) => {
      explained += text;
    },
  };
  return { articles: await collect(htmlReader.read(join(folder, name), reading)), explained };
}

/** The one article of a page. */
export async function readOne(page: string | Uint8Array, options: Options = {}): Promise<RawArticle> {
  const { articles } = await readHtml(page, options);
  if (articles.length !== 1 || !articles[0]) throw new Error(`The page gave ${articles.length} articles.`);
  return articles[0];
}
