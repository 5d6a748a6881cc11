import { createHash } from 'node:crypto';
import type { RawArticle } from './raw-article.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** 12 characters hold 60 bits: among ten million articles two meet with a chance of one in 23,000. */
const LENGTH = 12;

/**
 * The id of an article, made from what was printed: the same article has the same id wherever and whenever it is
 * ingested. `occurrence` tells apart articles of one file that are the same to the letter, 0 for the first.
 */
export function buildArticleId(article: RawArticle, occurrence: number): string {
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
