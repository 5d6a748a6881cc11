/**
 * A page as a flat list of nodes in the order of its source; the first is the page itself. What lies inside node `i`
 * are the nodes from `i + 1` to its `end`, exclusive. So nothing ever recurses, however deep a page is nested.
 */
export type PageNode = {
  kind: 'element' | 'text' | 'comment';
  /** Of an element, in lower case; empty else. */
  name: string;
  /** Of a text or comment; empty for elements. */
  text: string;
  attributes: Readonly<Record<string, string>>;
  /** Index of the node that it lies in, -1 for the page. */
  parent: number;
  end: number;
  /** Whether a browser shows nothing of it, because of itself or of what it lies in. */
  unseen: boolean;
};

export type PageNodes = readonly PageNode[];

/** Nodes from `start` to `end`, exclusive. */
export type Span = { start: number; end: number };

const UNSEEN = new Set(
  (
    'script style head title noscript template iframe object embed applet svg canvas audio video map ' +
    'select datalist option textarea button input'
  ).split(' '),
);
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

/** Whether a browser shows nothing of an element, judged by itself alone. */
export const isHidden = ({
  kind,
  name,
  attributes,
}: Pick<PageNode, 'kind' | 'name' | 'attributes'>): boolean =>
  kind === 'element' &&
  (UNSEEN.has(name) || attributes.hidden !== undefined || HIDING_STYLE.test(attributes.style ?? ''));

/** The outermost elements that pass a test, as spans that begin with the element itself. */
export function findElements(
  nodes: PageNodes,
  test: (node: PageNode) => boolean,
  within: Span = { start: 0, end: nodes.length },
): Span[] {
  const found: Span[] = [];
  for (let index = within.start; index < within.end; index++) {
    const node = nodes[index];
    if (node?.kind !== 'element' || !test(node)) continue;
    found.push({ start: index, end: node.end });
    index = node.end - 1;
  }
  return found;
}

/** What lies in an element, without itself. */
export const insideOf = ({ start, end }: Span): Span => ({ start: start + 1, end });

export const hasClass = ({ attributes }: PageNode, name: string): boolean =>
  (attributes.class ?? '').split(/\s+/u).includes(name);

export const hasId = ({ attributes }: PageNode, id: string): boolean =>
  attributes.id?.toLowerCase() === id.toLowerCase();

/**
 * What stands between a comment that names a mark and the one that closes it, as Founder systems set them: enpcontent
 * … /enpcontent, <npm:article-title> … </npm:article-title>. A mark that is set twice over opens once; one that is
 * never closed reaches to the end of the element that it stands in.
 */
export function findMarked(nodes: PageNodes, mark: string): Span[] {
  const spans: Span[] = [];
  let start: number | null = null;
  for (const [index, { kind, text }] of nodes.entries()) {
    if (kind !== 'comment' || text.length > mark.length + 16) continue;
    const name = text.replace(/[<>\s]/gu, '').toLowerCase();
    if (name === mark) start ??= index + 1;
    else if (name === `/${mark}` && start !== null) {
      spans.push({ start, end: index });
      start = null;
    }
  }
  if (start === null) return spans;
  const around = nodes[nodes[start - 1]?.parent ?? 0];
  return [...spans, { start, end: around?.end ?? nodes.length }];
}

/** Whether a browser shows nothing of the node at an index. */
export const liesHidden = (nodes: PageNodes, index: number): boolean => nodes[index]?.unseen ?? false;
