import type { Article } from '../src/domain/article.js';

/** An article as a reader found it, before it has its ids. */
export type RawArticle = Omit<Article, 'articleId' | 'sourceFile'>;

/** An article about which only the text is known. */
export const emptyArticle: Omit<RawArticle, 'body'> = {
  sourceId: null,
  newspaper: null,
  issueDate: null,
  issueDateSource: 'none',
  issueDateEvidence: null,
  page: null,
  column: null,
  kicker: null,
  headline: null,
  subheadline: null,
  dateline: null,
  byline: null,
  contributors: [],
  kind: 'news',
  truncated: null,
};
