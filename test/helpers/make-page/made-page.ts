import type { ArticleKind } from '../../../src/domain/article.js';

/** An article to print: whole sentences, without dateline and signature, which the maker adds. */
export type SourceArticle = {
  kicker?: string;
  headline: string;
  subheadline?: string;
  paragraphs: readonly string[];
  reporters: readonly string[];
  column?: string;
};

export type PageStyle = 'paragraph-a-line' | 'body-in-one-line' | 'hard-wrapped';
export type PageLevel = 'easy' | 'medium' | 'hard';

/** What a person who knows an article, or has marked it, would say of it. */
export type GoldArticle = {
  /** The decks that are on the page in printed order; [] where there is none. */
  headlines: readonly string[];
  /** The names of those who sign; of a notice the signing office. */
  byline: readonly string[];
  /** The part of the body that is on the page, in reading order; white space and Markdown marks do not count. */
  bodyText: string;
};

export type MadePage = { text: string; gold: GoldArticle[] };

/** How this page is printed, the same for all its articles. */
export type PageLook = {
  style: PageStyle;
  level: PageLevel;
  halfWidth: boolean;
  markdown: boolean;
  /** A blank line after each printed line. */
  blankLines: boolean;
  indented: boolean;
  paddedNames: boolean;
};

/** An article with everything that a newspaper prints with it, not yet set in lines. */
export type WrittenArticle = {
  kind: ArticleKind;
  column: string | null;
  kicker: string | null;
  headline: string | null;
  subheadline: string | null;
  /** Lines between headline and body. */
  standing: string[];
  paragraphs: string[];
  /** Lines after the body. */
  closing: string[];
  /** Who signs where: in the first paragraph, above the body, in the last paragraph, below the body. */
  names: { opening: string[]; standing: string[]; ending: string[]; closing: string[] };
};

/** Lines that stay together. */
export type Strip = {
  /** The article's number on the page; null for furniture. */
  article: number | null;
  role: 'kicker' | 'headline' | 'subheadline' | 'standing' | 'body' | 'closing' | 'furniture';
  lines: string[];
  /** Never a blank line between its lines. */
  tight: boolean;
};

/** An article set in strips, not yet placed on the page. */
export type SetArticle = {
  written: WrittenArticle;
  /** The part of the body that a lost column has taken from the page. */
  truncated: 'start' | 'middle' | 'end' | null;
  names: string[];
  label: Strip | null;
  head: Strip[];
  standing: Strip | null;
  /** The body, a strip a column of print, in reading order. */
  columns: Strip[];
  closing: Strip | null;
};
