import { countText, isFurnitureBox, type TextCounts } from './furniture.js';
import type { HtmlPage } from './html-page.js';
import type { HtmlVariant } from './page-article.js';
import { readMeta } from './page-meta.js';
import { findElements, liesHidden, type PageNode, type Span } from './page-node.js';
import { readPlainArticle } from './read-plain.js';

/** Characters beside links; a box with fewer only announces an article. */
const SHORTEST = 60;
const HEADING = /^h[1-4]$/u;

/** A page with several articles, as of a newspaper's page: elements of the name beside each other, each with its headline. */
export const severalArticlesVariant: HtmlVariant = {
  name: 'several-articles',
  accepts: (page) => findArticles(page, countText(page.nodes)).length > 1,
  read: (page) => {
    const counts = countText(page.nodes);
    const meta = { ...readMeta(page.nodes), author: null };
    return findArticles(page, counts).map((box) =>
      readPlainArticle(page, box, findElements(page.nodes, isHeading, box)[0] ?? null, meta, counts),
    );
  },
};

const isHeading = ({ name }: PageNode): boolean => HEADING.test(name);

function findArticles({ nodes }: HtmlPage, counts: TextCounts): Span[] {
  const articles = findElements(nodes, ({ name }) => name === 'article');
  const parent = nodes[articles[0]?.start ?? 0]?.parent;
  return articles.filter(({ start, end }) => {
    const free = (counts.all[start] ?? 0) - (counts.linked[start] ?? 0);
    const inFurniture = isFurnitureBox(nodes[start] as PageNode, start, counts) || liesHidden(nodes, start);
    const isWhole = free >= SHORTEST && findElements(nodes, isHeading, { start, end }).length > 0;
    return isWhole && !inFurniture && nodes[start]?.parent === parent;
  });
}
