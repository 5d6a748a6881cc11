import type { PageArticle } from './page-article.js';
import {
  findElements,
  findMarked,
  hasClass,
  insideOf,
  liesHidden,
  type PageNode,
  type PageNodes,
  type Span,
} from './page-node.js';
import { readLines, readText } from './read-lines.js';

/** Characters; a table with a picture and more text than this is no picture with its caption. */
const LONGEST_CAPTION = 600;
const MOST_NODES = 200;

const isCaptionBox = (node: PageNode): boolean =>
  node.name === 'figcaption' || hasClass(node, 'pci_c') || (node.name === 'td' && hasClass(node, 'pic'));

/** A picture of the article; the picture of the whole page has a map over it. */
const isPicture = ({ name, attributes }: PageNode): boolean =>
  name === 'img' && attributes.usemap === undefined;

/**
 * The texts that stand at pictures, each in an element or between two comments of its own: figcaption, the table
 * pci_c and the cell pic of Founder pages, npm:article-pic-text, and, inside `region`, small tables that hold nothing
 * but a picture and its text. None lies in another.
 */
export function findCaptions(nodes: PageNodes, region: Span): Span[] {
  const marked = findMarked(nodes, 'npm:article-pic-text');
  const boxes = findElements(nodes, isCaptionBox);
  const tables: Span[] = [];
  for (let start = region.start; start < region.end; start++) {
    const table = { start, end: nodes[start]?.end ?? start };
    if (nodes[start]?.name === 'table' && isPictureTable(nodes, table)) tables.push(table);
  }
  const spans = [...marked, ...boxes, ...tables].sort((a, b) => a.start - b.start);
  const outer: Span[] = [];
  for (const span of spans) {
    if (span.start >= (outer.at(-1)?.end ?? 0) && !liesHidden(nodes, span.start)) outer.push(span);
  }
  return outer;
}

/** The pictures of a region with their texts, and which nodes these are: they are left out of the body. */
export function readPictures(
  nodes: PageNodes,
  region: Span,
  captions = findCaptions(nodes, region),
): { pictures: Pick<PageArticle, 'captions' | 'hasPicture'>; isCaption: (index: number) => boolean } {
  const starts = new Set(captions.map(({ start }) => start));
  return {
    pictures: {
      captions: captions.flatMap((span) => readLines(nodes, span)),
      hasPicture: findElements(nodes, isPicture, region).length > 0,
    },
    isCaption: (index) => starts.has(index),
  };
}

function isPictureTable(nodes: PageNodes, table: Span): boolean {
  if (table.end - table.start > MOST_NODES) return false;
  const count = (test: (node: PageNode) => boolean) => findElements(nodes, test, table).length;
  if (count(isPicture) === 0 || findElements(nodes, ({ name }) => name === 'table', insideOf(table)).length)
    return false;
  if (count(({ name, attributes }) => name === 'a' && /\.html?\b/iu.test(attributes.href ?? '')))
    return false;
  return (readText(nodes, table) ?? '').length <= LONGEST_CAPTION;
}
