import { InputError } from '../../src/domain/errors.js';
import * as wording from '../../src/domain/wording/ingest.js';
import { continueArticles } from '../continue/continue-articles.js';
import { explainPage } from '../pages/explain-page.js';
import { findTitleFile, isTitleFile } from './article-text/title-file.js';
import { isPageText } from './page-text.js';
import type { Reader } from './reader.js';

/**
 * A newspaper page as plain text: one file a page, several articles, or one file an article; what goes on elsewhere is
 * joined.
 */
export const textPageReader: Reader = {
  endings: ['.txt'],
  accepts: isPageText,
  companions: {
    isOne: isTitleFile,
    find: async (path) => [await findTitleFile(path)].filter((file) => file !== null),
  },
  async *read(path, reading) {
    const { pages, siblings } = await reading.openWithSiblings(path, reading.given);
    const [page] = pages;
    const parts = page?.takeApart();
    if (!page || !parts?.articles.length) throw new InputError(wording.noArticles(path));
    const whole = continueArticles(page, siblings);
    reading.onExplain?.(explainPage(path, page.issue, parts, whole));
    for (const { article } of whole) yield article;
  },
};
