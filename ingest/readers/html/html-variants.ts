import { founderPaperVariant, founderSiteVariant } from './founder-article.js';
import { founderIndexVariant } from './founder-index.js';
import type { HtmlPage } from './html-page.js';
import type { HtmlVariant } from './page-article.js';
import { peopleDataVariant } from './people-data.js';
import { plainVariant } from './plain-page.js';
import { severalArticlesVariant } from './several-articles.js';

/** In this order: a kind with narrower signs stands before the one that takes every page. */
const VARIANTS: readonly HtmlVariant[] = [
  peopleDataVariant,
  founderIndexVariant,
  founderPaperVariant,
  founderSiteVariant,
  severalArticlesVariant,
  plainVariant,
];

/** The kind of a page, by its signs. */
export const findVariant = (page: HtmlPage): HtmlVariant =>
  VARIANTS.find((variant) => variant.accepts(page)) ?? plainVariant;
