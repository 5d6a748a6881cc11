import type { PageMeta } from './page-meta.js';
import { findElements, liesHidden, type PageNodes, type Span } from './page-node.js';
import { readText } from './read-lines.js';

type Heading = Span & { rank: string; text: string };

/**
 * The element in or over a box that holds its headline: what the page calls its title or begins it with, else what is
 * named in the title beside the site, else the heading of the highest rank, each time rather in the box than over it.
 */
export function findHeadline(nodes: PageNodes, box: Span, { headline, title }: PageMeta): Span | null {
  const headings = listHeadings(nodes, box);
  const titles = [headline, title].flatMap((text) => (text ? [squeeze(text)] : []));
  const isNear = ({ start }: Span): boolean => start >= box.start;
  const nearest = (fits: (heading: Heading) => boolean): Heading | undefined =>
    headings.find((heading) => isNear(heading) && fits(heading)) ??
    headings.findLast((heading) => !isNear(heading) && fits(heading));
  return (
    nearest(({ text }) => titles.some((whole) => whole.startsWith(text))) ??
    nearest(({ text }) => titles.some((whole) => whole.includes(text))) ??
    nearest(({ rank }) => rank === 'h1') ??
    (titles.length ? null : (nearest(({ rank }) => rank === 'h2') ?? nearest(() => true))) ??
    null
  );
}

/** Those that a browser shows and that do not hold the box themselves. */
function listHeadings(nodes: PageNodes, box: Span): Heading[] {
  return findElements(nodes, ({ name }) => /^h[1-3]$/u.test(name), { start: 0, end: box.end }).flatMap(
    (span) => {
      const text = squeeze(readText(nodes, span) ?? '');
      const isBeside = span.start >= box.start || span.end <= box.start;
      if (text.length < 2 || !isBeside || liesHidden(nodes, span.start)) return [];
      return [{ ...span, rank: nodes[span.start]?.name ?? '', text }];
    },
  );
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '');
