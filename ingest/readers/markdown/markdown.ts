import { InputError } from '../../../src/domain/errors.js';
import { noArticles } from '../../../src/domain/wording/ingest.js';
import { cleanLines } from '../../pages/blocks/line.js';
import { findIssue } from '../../pages/issue/find-issue.js';
import { parsePageFacts } from '../../pages/issue/page-facts.js';
import { takeApart } from '../../pages/take-apart.js';
import type { RawArticle } from '../../raw-article.js';
import { buildTextArticle } from '../article-text/build-text-article.js';
import { dropRepeated } from '../article-text/drop-repeated.js';
import { readPageText } from '../page-text.js';
import type { GivenFacts, Reader } from '../reader.js';
import { type RecordSetting, settleIssue } from '../records/build-record-article.js';
import { cleanRecord } from '../records/clean-record.js';
import { describeFile } from '../records/describe-file.js';
import { type GivenRecord, readRecord } from '../records/read-record.js';
import { splitFrontMatter } from './front-matter.js';
import { type MarkdownArticle, splitArticles } from './split-articles.js';
import { stripMarkup } from './strip-markup.js';

/** Markdown: one article a file, or one under each heading; front matter and the lines under a heading tell of it. */
export const markdownReader: Reader = {
  endings: ['.md'],
  accepts: (path) => /\.(?:md|markdown)$/iu.test(path),
  async *read(path, { given }) {
    const { record, rest } = splitFrontMatter(await readPageText(path, given.encoding));
    const { headline } = readRecord(record, given.fields);
    const { masthead, articles } = splitArticles(rest, headline !== null);
    const file = describeFile(path);
    const [only] = articles;
    if (articles.length === 1 && only?.heading === null && headline === null)
      yield* readPage(path, rest, given);
    else {
      const around = parsePageFacts(cleanLines(masthead));
      const built = articles.flatMap((article) => build(article, record, { given, around, file }) ?? []);
      if (!built.length) throw new InputError(noArticles(path));
      yield* built;
    }
  },
};

/** Without any heading it is a page as any other text. */
function* readPage(path: string, text: string, given: GivenFacts): Generator<RawArticle> {
  const { articles, lines } = takeApart(text);
  const issue = findIssue(path, lines, given);
  for (const { article } of articles) yield { ...article, ...issue };
}

/** Null where there is neither a text nor a headline. */
function build(
  { heading, record: own, text }: MarkdownArticle,
  frontMatter: GivenRecord,
  setting: RecordSetting & { given: GivenFacts },
): RawArticle | null {
  const record = cleanRecord(readRecord({ ...frontMatter, ...own }, setting.given.fields));
  const headline = heading ?? record.headline;
  const { byline, kicker, subheadline, column, id } = record;
  const said = dropRepeated(stripMarkup(text), headline);
  const paragraphs = dropRepeated(said, byline);
  if (!paragraphs.length && headline === null) return null;
  const issue = settleIssue({ ...record, headline }, setting);
  const printed = {
    kicker,
    headline,
    subheadline,
    column,
    byline,
    authors: [],
    paragraphs,
    issue: setting.around,
  };
  return { ...buildTextArticle(printed).article, ...issue, sourceId: id };
}
