import { basename } from 'node:path';
import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest-html.js';
import { unpackedName } from '../../files/unpacked-name.js';
import { formatPage } from '../../pages/issue/format-page.js';
import { hasFounderBody } from './founder-body.js';
import type { HtmlPage } from './html-page.js';
import type { HtmlVariant } from './page-article.js';
import { findElements, hasId, type PageNode } from './page-node.js';
import { findDay, findNewspaper, findPageNumber, parseTime } from './printed-facts.js';
import { readText, readTitle } from './read-lines.js';

/** What the index of a page says of it and of the articles on it, by the names of their files. */
export type PageIndex = {
  newspaper: string | null;
  date: string | null;
  page: string | null;
  articles: ReadonlyMap<string, { headline: string | null }>;
};

const ARTICLE_FILE = /(?:^|[/_])(?:content_\d+(?:_\d+)*|nw\.[\w.-]+)\.s?html?$/iu;

/** The index of a page in an e-paper of Founder: it lists articles and holds none. */
export const founderIndexVariant: HtmlVariant = {
  name: 'founder-index',
  accepts: (page) => {
    const { nodes, properties } = page;
    if (properties?.type) return properties.type === '2';
    if (properties?.title || hasFounderBody(page)) return false;
    return findElements(nodes, (node) => isPageMap(node) || isPageLink(node)).length > 0;
  },
  read: (page) => {
    const { newspaper, date, page: number, articles } = readIndex(page);
    throw new InputError(wording.onlyIndex(page.path, { newspaper, date, page: number }, articles.size));
  },
};

const isPageMap = ({ name, attributes }: PageNode): boolean =>
  name === 'map' && attributes.name?.toLowerCase() === 'pagepicmap';

const isPageLink = (node: PageNode): boolean => node.name === 'a' && hasId(node, 'pageLink');

export function readIndex(page: HtmlPage): PageIndex {
  const { nodes, whole, properties } = page;
  const text = readText(nodes, whole, (index) => isPageLink(nodes[index] as PageNode)) ?? '';
  return {
    newspaper: properties?.papername ?? findPrintedNewspaper(page, text),
    date: parseTime(properties?.date) ?? findDay(text),
    page: properties?.pagenum ? formatPage(properties.pagenum) : (findOwnPage(page) ?? findPageNumber(text)),
    articles: listArticles(page),
  };
}

/** 人民日报 2017年10月16日, the site's title, or the hidden name of its channel. */
function findPrintedNewspaper({ nodes }: HtmlPage, text: string): string | null {
  const beforeDay = /([\p{Script=Han}]{2,10}报(?:海外版)?)\s*\d{4}年/u.exec(text)?.[1];
  const inTitle = findNewspaper(readTitle(nodes) ?? '');
  const [channel] = findElements(nodes, ({ attributes }) => attributes.name === 'channelname');
  return beforeDay ?? inTitle ?? (channel && nodes[channel.start]?.attributes.value) ?? null;
}

/** The page whose link leads to this very file; its node's number is not the page's. */
function findOwnPage({ nodes, path }: HtmlPage): string | null {
  const own = basename(unpackedName(path)).toLowerCase();
  for (const link of findElements(nodes, isPageLink)) {
    const target = fileOf(nodes[link.start]?.attributes.href);
    if (target && isSameFile(own, target)) return findPageNumber(readText(nodes, link) ?? '');
  }
  return null;
}

/** Whether a file is the one that a link leads to; who saved it may have put a name of their own before it. */
export const isSameFile = (name: string, target: string): boolean =>
  name === target || name.endsWith(`_${target}`);

/** From the map of the page's picture; the lists beside it also name articles of other pages. */
function listArticles({ nodes }: HtmlPage): Map<string, { headline: string | null }> {
  const maps = findElements(nodes, isPageMap);
  const links = findElements(nodes, ({ name, attributes }) => name === 'a' && isArticleLink(attributes.href));
  const areas = maps.flatMap((map) =>
    findElements(nodes, ({ attributes }) => isArticleLink(attributes.href), map),
  );
  const headlines = new Map<string, string>();
  for (const link of links) {
    const file = fileOf(nodes[link.start]?.attributes.href);
    const headline = readText(nodes, link);
    if (headline && !headlines.has(file)) headlines.set(file, headline);
  }
  const files = (areas.length ? areas : links).map(({ start }) => fileOf(nodes[start]?.attributes.href));
  return new Map(files.map((file) => [file, { headline: headlines.get(file) ?? null }]));
}

const isArticleLink = (href: string | undefined): boolean =>
  ARTICLE_FILE.test((href ?? '').replace(/[?#].*$/u, ''));

/** ./content_1.htm?div=-1 → content_1.htm */
const fileOf = (href: string | undefined): string =>
  (href ?? '')
    .replace(/[?#].*$/u, '')
    .split('/')
    .at(-1)
    ?.trim()
    .toLowerCase() ?? '';
