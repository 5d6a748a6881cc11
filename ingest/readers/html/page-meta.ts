import { findElements, type PageNodes } from './page-node.js';
import { readTitle } from './read-lines.js';

/** What a page says of its article for programs: meta elements, JSON-LD, microdata. */
export type PageMeta = {
  headline: string | null;
  /** As written. */
  time: string | null;
  author: string | null;
  site: string | null;
  /** Text of <title>. */
  title: string | null;
  url: string | null;
};

const NAMES = {
  headline: ['og:title', 'twitter:title', 'articletitle'],
  time: [
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'datepublished',
    'og:release_date',
    'publishdate',
    'publish_date',
    'publish-date',
    'pubdate',
    'publish_time',
    'publishtime',
    'dc.date',
    'dc.date.issued',
    'weibo: article:create_at',
  ],
  author: ['article:author', 'og:article:author', 'author', 'dc.creator'],
  site: ['og:site_name', 'application-name', 'sitename'],
  url: ['og:url'],
} as const;

type Names = keyof typeof NAMES;

export function readMeta(nodes: PageNodes): PageMeta {
  const values = new Map<string, string>();
  for (const { start } of findElements(nodes, ({ name }) => name === 'meta')) {
    const { property, name, itemprop, content } = nodes[start]?.attributes ?? {};
    const key = (property ?? name ?? itemprop)?.trim().toLowerCase();
    if (key && content?.trim() && !values.has(key)) values.set(key, content.replace(/\s+/gu, ' ').trim());
  }
  const take = (names: Names) => NAMES[names].map((name) => values.get(name)).find(Boolean) ?? null;
  const linked = readLinkedData(nodes);
  return {
    headline: linked.headline ?? take('headline'),
    time: linked.datePublished ?? take('time'),
    author: linked.author ?? take('author'),
    site: take('site'),
    title: readTitle(nodes),
    url: take('url'),
  };
}

type LinkedData = { headline: string | null; datePublished: string | null; author: string | null };

/** The first description of an article in JSON-LD. */
function readLinkedData(nodes: PageNodes): LinkedData {
  for (const script of findElements(nodes, ({ name }) => name === 'script')) {
    if (!/ld\+json/iu.test(nodes[script.start]?.attributes.type ?? '')) continue;
    const article = listObjects(parseJson(nodes[script.start + 1]?.text)).find(
      (object) => typeof object.headline === 'string' || typeof object.datePublished === 'string',
    );
    if (article) {
      const { headline, datePublished, author } = article;
      return { headline: toText(headline), datePublished: toText(datePublished), author: toText(author) };
    }
  }
  return { headline: null, datePublished: null, author: null };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

/** The objects of a list, of a @graph, or the one itself. */
function listObjects(data: unknown): Record<string, unknown>[] {
  if (Array.isArray(data)) return data.filter((item) => typeof item === 'object' && item !== null);
  if (typeof data !== 'object' || data === null) return [];
  const { '@graph': graph } = data as Record<string, unknown>;
  return [data as Record<string, unknown>, ...(Array.isArray(graph) ? listObjects(graph) : [])];
}

/** A text, or the names of persons. */
function toText(value: unknown): string | null {
  if (typeof value === 'string') return value.replace(/\s+/gu, ' ').trim() || null;
  const names = (Array.isArray(value) ? value : [value])
    .map((person) =>
      typeof person === 'object' && person !== null ? (person as { name?: unknown }).name : person,
    )
    .filter((name) => typeof name === 'string');
  return names.join('、') || null;
}
