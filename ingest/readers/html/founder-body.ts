import { readPictures } from './find-captions.js';
import type { HtmlPage } from './html-page.js';
import type { PageArticle } from './page-article.js';
import {
  findElements,
  findMarked,
  hasClass,
  hasId,
  insideOf,
  liesHidden,
  type PageNode,
  type Span,
} from './page-node.js';
import { readLines, readText } from './read-lines.js';

type Body = Pick<PageArticle, 'body' | 'captions' | 'hasPicture'>;

const MARKS = ['enpcontent', 'npm:article-content'];
/** Where there are no marks; the surest first. */
const BOXES: readonly ((node: PageNode) => boolean)[] = [
  ({ name }) => name === 'founder-content',
  (node) => hasId(node, 'ozoom'),
  (node) => hasClass(node, 'newsdetatext'),
  (node) => hasId(node, 'articleContent'),
];

/** Bodies of a page, most of which have one or two: of more only those that are the same are held back. */
const MOST_COMPARED = 20;

/** Whether a page has a body by the marks of Founder. */
export const hasFounderBody = ({ nodes }: HtmlPage): boolean =>
  MARKS.some((mark) => findMarked(nodes, mark).length > 0) ||
  findElements(nodes, ({ name }) => name === 'founder-content').length > 0;

/** The body once, however often the page holds it, and the texts at its pictures. */
export function readFounderBody(page: HtmlPage, headline: string | null): Body {
  const { nodes } = page;
  const spans = findBodies(page);
  const { pictures, isCaption } = readPictures(nodes, findRegion(page, spans, headline));
  const bodies = new Map<string, string[]>();
  for (const span of spans) {
    const lines = readLines(nodes, span, isCaption);
    const text = lines.join('');
    const isHeld = bodies.size <= MOST_COMPARED && [...bodies.keys()].some((other) => other.includes(text));
    if (text && !isHeld) bodies.set(text, lines);
  }
  return { body: [...bodies.values()].flat(), ...pictures };
}

/** What a browser shows of the bodies, else those that a script copies from. */
function findBodies(page: HtmlPage): Span[] {
  const { nodes } = page;
  const groups = [
    ...MARKS.map((mark) => findMarked(nodes, mark)),
    ...BOXES.map((test) => findElements(nodes, test).map(insideOf)),
  ];
  for (const group of groups) {
    const worded = group.filter((span) => readText(nodes, span));
    const shown = worded.filter(({ start }) => !liesHidden(nodes, start - 1));
    if (worded.length) return shown.length ? shown : worded.slice(0, 1);
  }
  return groups.find((group) => group.length)?.slice(-1) ?? [];
}

/** Characters that tell a headline's line from other texts. */
const SHORTEST_LINE = 4;

/** From the headline over the body to the body's end: there stand the article's pictures. */
function findRegion({ nodes }: HtmlPage, bodies: readonly Span[], headline: string | null): Span {
  const start = bodies[0]?.start ?? 0;
  const end = Math.max(start, ...bodies.map((body) => body.end));
  if (!headline) return { start, end };
  const whole = squeeze(headline);
  for (let index = start - 1; index > 0; index--) {
    const text = nodes[index]?.kind === 'text' ? squeeze(nodes[index]?.text ?? '') : '';
    // A headline of several lines is several texts.
    const isLine = text.length >= Math.min(SHORTEST_LINE, whole.length) && whole.startsWith(text);
    if (isLine && !liesHidden(nodes, index)) return { start: index, end };
  }
  return { start, end };
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '');
