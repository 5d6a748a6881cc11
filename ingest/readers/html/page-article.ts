import type { FactPlace, VariantName } from '../../../src/domain/wording/ingest-html.js';
import type { HtmlPage } from './html-page.js';

/** A fact with the place where it stood. */
export type Found = { value: string; place: FactPlace };

/** An article as a variant found it; what it did not find is null. Dates are YYYY-MM-DD, pages as 4 or A06. */
export type PageArticle = {
  /** The number that the site gave it. */
  sourceId: string | null;
  newspaper: Found | null;
  date: Found | null;
  page: Found | null;
  column: string | null;
  kicker: string | null;
  headline: Found | null;
  subheadline: string | null;
  byline: Found | null;
  /** Paragraphs, and the texts that stand at pictures, which are no part of its sentences. */
  body: string[];
  captions: string[];
  hasPicture: boolean;
};

export const unknownArticle: PageArticle = {
  sourceId: null,
  newspaper: null,
  date: null,
  page: null,
  column: null,
  kicker: null,
  headline: null,
  subheadline: null,
  byline: null,
  body: [],
  captions: [],
  hasPicture: false,
};

/** One kind of page: the signs that it is told by and how articles are read off it. */
export type HtmlVariant = {
  name: VariantName;
  accepts(page: HtmlPage): boolean;
  /** @throws InputError where a page of this kind never holds an article. */
  read(page: HtmlPage): PageArticle[];
};

/** The first of several facts that is known. */
export const firstFound = (...found: readonly (Found | null | undefined)[]): Found | null =>
  found.find((fact) => fact?.value) ?? null;

export const found = (value: string | null | undefined, place: FactPlace): Found | null =>
  value ? { value, place } : null;
