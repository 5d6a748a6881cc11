import type { HtmlPage } from './html-page.js';
import { type Found, firstFound, found } from './page-article.js';
import {
  findElements,
  findMarked,
  hasClass,
  hasId,
  insideOf,
  type PageNode,
  type Span,
} from './page-node.js';
import { readText } from './read-lines.js';

type Part = {
  /** In the comment behind the page. */
  property: string;
  /** A pair of comments around the part. */
  mark: string;
  /** An element that Founder made up. */
  element: string;
  /** Elements of layouts that several newspapers share: class of a box and what to take in it. */
  layouts: readonly [box: string, test: (node: PageNode) => boolean][];
  id: string;
};

const isNamed = (tag: string) => (node: PageNode) => node.name === tag;

const PARTS = {
  kicker: {
    property: 'introtitle',
    mark: 'npm:article-pretitle',
    element: 'founder-introtitle',
    layouts: [
      ['article', isNamed('h3')],
      ['newsdetatit', (node) => hasClass(node, 'intro')],
    ],
    id: 'article_introtitle',
  },
  headline: {
    property: 'title',
    mark: 'npm:article-title',
    element: 'founder-title',
    layouts: [
      ['article', isNamed('h1')],
      ['newsdetatit', isNamed('h3')],
    ],
    id: 'article_title',
  },
  subheadline: {
    property: 'subtitle',
    mark: 'npm:article-subtitle',
    element: 'founder-subtitle',
    layouts: [
      ['article', isNamed('h2')],
      ['newsdetatit', (node) => hasClass(node, 'sub')],
    ],
    id: 'article_subtitle',
  },
  byline: {
    property: 'author',
    mark: 'npm:article-author',
    element: 'founder-author',
    layouts: [['article', (node) => node.name === 'p' && hasClass(node, 'sec')]],
    id: 'author_baidu',
  },
} satisfies Record<string, Part>;

/** In p.sec the author stands before the issue. */
const isIssue = (node: PageNode): boolean => hasClass(node, 'date') || hasClass(node, 'origin');

/** One part of an article's head; null where the page has none, or none with a word in it. */
export function findFounderPart(page: HtmlPage, name: keyof typeof PARTS): Found | null {
  const { nodes, properties } = page;
  const part: Part = PARTS[name];
  const read = (spans: readonly Span[]): string | null =>
    spans.map((span) => readText(nodes, span, (index) => isIssue(nodes[index] as PageNode))).find(Boolean) ??
    null;
  const recorded = found(properties?.[part.property], 'properties');
  // A comment that has the headline has all that there is of the headlines.
  if (properties?.title && name !== 'byline') return recorded;
  return firstFound(
    recorded,
    found(read(findMarked(nodes, part.mark)), 'mark'),
    found(read(findElements(nodes, isNamed(part.element)).map(insideOf)), 'mark'),
    found(read(findInLayouts(page, part)), 'heading'),
  );
}

function findInLayouts({ nodes }: HtmlPage, { layouts, id }: Part): Span[] {
  const inBoxes = layouts.flatMap(([box, test]) =>
    findElements(nodes, (node) => hasClass(node, box)).flatMap((span) => findElements(nodes, test, span)),
  );
  return [...inBoxes, ...findElements(nodes, (node) => hasId(node, id))];
}
