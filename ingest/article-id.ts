import { createHash } from 'node:crypto';
import type { Article } from '../src/domain/article.js';
import type { RawArticle } from './raw-article.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** 12 characters hold 60 bits: among ten million articles two meet with a chance of one in 23,000. */
const LENGTH = 12;

/** What of an article decides its id. */
export type PrintedArticle = Pick<
  RawArticle,
  | ('newspaper' | 'issueDate' | 'page' | 'sourceId')
  | ('kicker' | 'headline' | 'subheadline' | 'byline' | 'body')
>;

/**
 * The id of an article, made from what was printed: the same article has the same id wherever and whenever it is
 * ingested. `occurrence` tells apart articles of one file that are the same to the letter, 0 for the first.
 */
export function buildArticleId(article: PrintedArticle, occurrence: number): string {
  const { newspaper, issueDate, page, sourceId, kicker, headline, subheadline, byline, body } = article;
  const printed = [
    newspaper,
    issueDate,
    page,
    sourceId,
    kicker,
    headline,
    subheadline,
    byline,
    body,
    occurrence,
  ];
  const digest = createHash('sha256').update(JSON.stringify(printed)).digest();
  return Array.from({ length: LENGTH }, (_, index) => ALPHABET[(digest[index] ?? 0) % 32]).join('');
}

/** A file with more articles that are the same to the letter is not looked for. */
const MOST_OCCURRENCES = 100;

/**
 * Whether a stored article is still the one that it was stored as. A new rule for ids would have to know the old one here.
 */
export function isOwnId(article: Article): boolean {
  for (let occurrence = 0; occurrence < MOST_OCCURRENCES; occurrence++) {
    if (buildArticleId(article, occurrence) === article.articleId) return true;
  }
  return false;
}
