import { formatPage } from '../../pages/issue/format-page.js';
import { hasFounderBody, readFounderBody } from './founder-body.js';
import { findFounderPart } from './founder-parts.js';
import type { HtmlPage } from './html-page.js';
import {
  type Found,
  firstFound,
  found,
  type HtmlVariant,
  type PageArticle,
  unknownArticle,
} from './page-article.js';
import { hasId, type PageNode } from './page-node.js';
import { findDay, findIssueLine, findNewspaper, findPageNumber, parseTime } from './printed-facts.js';
import { readText, readTitle } from './read-lines.js';

/** An article's page in an e-paper of Founder, of any age. */
export const founderPaperVariant: HtmlVariant = {
  name: 'founder-paper',
  accepts: (page) => isFounder(page) && !isSite(page),
  read: (page) => {
    const { nodes, whole, properties } = page;
    const text = readText(nodes, whole, (index) => isNavigation(nodes[index] as PageNode)) ?? '';
    const issue = findIssueLine(text);
    const number = properties?.pagenum ?? PAGE_NAME.exec(properties?.nodename ?? '')?.[1];
    return [
      {
        ...readHead(page),
        newspaper: firstFound(
          found(properties?.papername, 'properties'),
          found(issue?.newspaper, 'line'),
          found(findNewspaper(readTitle(page.nodes) ?? ''), 'title'),
        ),
        date: firstFound(
          found(parseTime(properties?.date), 'properties'),
          found(issue?.date, 'line'),
          found(findDay(text), 'heading'),
        ),
        page: firstFound(
          found(number && formatPage(number), 'properties'),
          found(issue?.page, 'line'),
          found(findPageNumber(text), 'heading'),
        ),
      },
    ];
  },
};

/** An article on a newspaper's web site that a system of Founder runs. */
export const founderSiteVariant: HtmlVariant = {
  name: 'founder-site',
  accepts: isFounder,
  read: (page) => {
    const { nodes, whole, properties } = page;
    const head = readHead(page);
    const issue = findIssueLine(readText(nodes, whole) ?? '');
    return [
      {
        ...head,
        sourceId: properties?.articleid ?? null,
        newspaper: firstFound(
          found(issue?.newspaper, 'line'),
          found(/^[\p{Script=Han}]{2,8}报$/u.exec(properties?.sourcename ?? '')?.[0], 'properties'),
        ),
        date: firstFound(found(issue?.date, 'line'), found(parseTime(properties?.date), 'properties')),
        page: found(issue?.page, 'line'),
        column: findColumn(properties?.nodename),
        byline: isEditor(page, head.byline) ? null : head.byline,
      },
    ];
  },
};

const PAGE_NAME = /^第?([A-D]?\d{1,3})版?(?:[:：]|$)/u;
/** Names of places on a site's front page, not of columns. */
const PLACE_ON_SITE = /首页|头条|标题|轮播|焦点图|推荐|幻灯|置顶/u;

function isFounder(page: HtmlPage): boolean {
  const { properties } = page;
  return Boolean(properties?.title || properties?.type === '1') || hasFounderBody(page);
}

const isSite = ({ properties }: HtmlPage): boolean =>
  properties !== null && !properties.pagenum && !properties.papername && Boolean(properties.siteid);

function readHead(page: HtmlPage): PageArticle {
  const headline = findFounderPart(page, 'headline');
  return {
    ...unknownArticle,
    headline: headline ?? found(readTitle(page.nodes), 'title'),
    kicker: findFounderPart(page, 'kicker')?.value ?? null,
    subheadline: findFounderPart(page, 'subheadline')?.value ?? null,
    byline: findFounderPart(page, 'byline'),
    ...readFounderBody(page, headline?.value ?? null),
  };
}

/** Links lead to other pages and other days. */
const isNavigation = (node: PageNode): boolean =>
  node.name === 'a' || hasId(node, 'pageLink') || hasId(node, 'pgn');

const findColumn = (name: string | undefined): string | null =>
  name && !PLACE_ON_SITE.test(name) ? name : null;

/** Some sites record who edited an article as its author. */
function isEditor({ nodes, whole }: HtmlPage, byline: Found | null): boolean {
  const names = byline?.value.replace(/\s/gu, '');
  const text = (readText(nodes, whole) ?? '').replace(/\s/gu, '');
  return (
    names !== undefined && ['责任编辑', '责编', '编辑'].some((role) => text.includes(`${role}：${names}`))
  );
}
