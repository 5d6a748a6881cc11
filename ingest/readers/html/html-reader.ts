import type { Reader } from '../reader.js';
import { buildHtmlArticle } from './build-html-article.js';
import { explainHtml } from './explain-html.js';
import { openHtmlPage } from './html-page.js';
import { findVariant } from './html-variants.js';
import { createIndexFinder } from './index-files.js';

const indexes = createIndexFinder();

/** A page of a newspaper's site: e-papers and sites of Founder, the database of 人民日报, any other article's page. */
export const htmlReader: Reader = {
  endings: ['.html', '.htm', '.shtml', '.xhtml'],
  accepts: (path) => /\.(?:s?html?|xhtml)$/iu.test(path),
  companions: {
    isOne: indexes.isIndex,
    find: async (path) => (await indexes.find(path)).map((found) => found.path),
  },
  async *read(path, { given, onExplain }) {
    const page = await openHtmlPage(path, given.encoding);
    const variant = findVariant(page);
    const [listing] = await indexes.find(path);
    const articles = variant.read(page).map((raw) => buildHtmlArticle(path, raw, listing ?? null, given));
    onExplain?.(explainHtml(path, variant.name, articles));
    for (const { article } of articles) yield article;
  },
};
