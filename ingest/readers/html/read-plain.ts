import { findCaptions, readPictures } from './find-captions.js';
import { isFurnitureBox, isFurnitureText, type TextCounts } from './furniture.js';
import type { HtmlPage } from './html-page.js';
import { parseMetaLine } from './meta-line.js';
import { type Found, firstFound, found, type PageArticle, unknownArticle } from './page-article.js';
import type { PageMeta } from './page-meta.js';
import { findElements, hasClass, liesHidden, type PageNode, type Span } from './page-node.js';
import { findDay, findIssueLine, findNewspaper, parseTime } from './printed-facts.js';
import { readLines, readText } from './read-lines.js';

/** Lines between a headline and the text that are looked through for facts. */
const MOST_FACT_LINES = 12;
/** Characters; a signature that is longer is a text. */
const LONGEST_BYLINE = 40;
const KICKER = /(?:^|[\s_-])(?:kicker|eyebrow|intro-?title|pre-?title|yinti|shoulder)(?:$|[\s_-])/iu;
const SUBHEADLINE = /(?:^|[\s_-])(?:sub-?title|sub-?headline|fubiao-?ti|deck)(?:$|[\s_-])/iu;
const DATE_BOX = /(?:^|[\s_-])(?:pub-?|publish-?|post-?|article-?)?(?:time|date)(?:$|[\s_-])|pubtime/iu;
const AUTHOR_BOX = /(?:^|[\s_-])(?:author|byline|writer)(?:$|[\s_-])/iu;

/**
 * The article in a box of a page: headline over it or in it, facts between both, text without the site's furniture.
 * `headline` is the element that holds it, null where none does.
 */
export function readPlainArticle(
  { nodes, whole }: HtmlPage,
  box: Span,
  headline: Span | null,
  meta: PageMeta,
  counts: TextCounts,
): PageArticle {
  const named = (pattern: RegExp, within: Span): string | null => {
    const spans = findElements(
      nodes,
      ({ attributes: { class: name = '', id = '' } }) => pattern.test(`${name} ${id}`),
      within,
    );
    return (
      spans
        .filter(({ start }) => !liesHidden(nodes, start))
        .map((span) => readText(nodes, span))
        .find(Boolean) ?? null
    );
  };
  const start = headline && headline.start >= box.start ? Math.min(headline.end, box.end) : box.start;
  const captions = findCaptions(nodes, box).filter((span) => span.start >= box.start && span.end <= box.end);
  const { pictures, isCaption } = readPictures(nodes, box, captions);
  const lines = readLines(
    nodes,
    { start, end: box.end },
    (index) =>
      isCaption(index) ||
      isFurnitureBox(nodes[index] as PageNode, index, counts) ||
      isHeadPart(nodes[index] as PageNode),
  );
  const over =
    headline && headline.end < box.start ? readLines(nodes, { start: headline.end, end: box.start }) : [];
  const { body, facts } = takeFacts(lines, over.slice(0, MOST_FACT_LINES));
  const around: Span = { start: headline?.start ?? box.start, end: box.end };
  const issue = findIssueLine([...over, ...lines.slice(0, 3), ...lines.slice(-4)].join('\n')) ?? null;
  const [time] = findElements(nodes, ({ name }) => name === 'time', around);
  const stated = time && (nodes[time.start]?.attributes.datetime ?? readText(nodes, time));
  const author = facts.author ?? named(AUTHOR_BOX, around)?.replace(/^作者\s*[:：]\s*/u, '') ?? null;
  return {
    ...unknownArticle,
    newspaper: firstFound(found(issue?.newspaper, 'line'), findSource(facts.source, meta)),
    date: firstFound(
      found(issue?.date, 'line'),
      found(parseTime(meta.time), 'meta'),
      found(parseTime(stated), 'meta'),
      found(findDay(facts.text) ?? findDay(named(DATE_BOX, around) ?? ''), 'line'),
      found(parseTime(/\/(20\d{2}[-/]?\d{2}[-/]\d{2})\//u.exec(meta.url ?? '')?.[1]), 'meta'),
      found(findDay(named(DATE_BOX, whole) ?? ''), 'heading'),
    ),
    page: found(issue?.page, 'line'),
    kicker: named(KICKER, around),
    headline: found(headline && readText(nodes, headline), 'heading'),
    subheadline: named(SUBHEADLINE, around),
    byline: firstFound(
      found(author && author.length <= LONGEST_BYLINE ? author : null, 'line'),
      findAuthor(meta),
    ),
    body,
    ...pictures,
  };
}

const isHeadPart = (node: PageNode): boolean =>
  node.kind === 'element' &&
  [KICKER, SUBHEADLINE].some((pattern) =>
    pattern.test(`${node.attributes.class ?? ''} ${node.attributes.id ?? ''}`),
  ) &&
  !hasClass(node, 'content');

type Facts = { text: string; source: string | null; author: string | null };

/** Facts stand before the text; the site's own lines at both ends are nobody's. */
function takeFacts(lines: readonly string[], over: readonly string[]): { body: string[]; facts: Facts } {
  const facts: Facts = { text: '', source: null, author: null };
  const take = (line: string): boolean => {
    const parsed = parseMetaLine(line);
    if (!parsed) return false;
    facts.text += `${line}\n`;
    facts.source ??= parsed.source;
    facts.author ??= parsed.author;
    return true;
  };
  for (const line of over) take(line);
  let from = 0;
  let to = lines.length;
  while (from < to && (isFurnitureText(lines[from] ?? '') || take(lines[from] ?? ''))) from++;
  while (to > from && isFurnitureText(lines[to - 1] ?? '')) to--;
  return { body: lines.slice(from, to), facts };
}

/** A source that is a newspaper printed the article; a site is no newspaper, except where its name says so. */
function findSource(source: string | null, { site }: PageMeta): Found | null {
  const named = source === null ? null : findNewspaper(source);
  return firstFound(
    found(named === source ? named : null, 'heading'),
    found(findNewspaper(site ?? ''), 'title'),
  );
}

function findAuthor({ author, site }: PageMeta): Found | null {
  const isPerson =
    author &&
    author.length <= LONGEST_BYLINE &&
    author !== site &&
    /^[\p{Script=Han}·、，\s]+$/u.test(author);
  return isPerson && !/[网版报社台]$/u.test(author) ? found(author, 'meta') : null;
}
