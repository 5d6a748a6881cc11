import { createHash } from 'node:crypto';
import type { Article } from '../../domain/article.js';

/** All that is known of an article and of its contributors, in this order. */
const FACTS = [
  ...[
    'articleId',
    'sourceId',
    'sourceFile',
    'newspaper',
    'issueDate',
    'issueDateSource',
    'issueDateEvidence',
  ],
  ...['page', 'column', 'kicker', 'headline', 'subheadline', 'dateline', 'byline', 'contributors'],
  ...['name', 'role', 'kind', 'truncated', 'body'],
];

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Hexadecimal. */
export const checksumOf = (article: Article): string => sha256(JSON.stringify(article, FACTS));

/** Of an archive: over the checksums of its articles by id, in the order of the ids. */
export function checksumOfAll(checksums: ReadonlyMap<string, string>): string {
  const lines = Array.from(checksums, ([articleId, checksum]) => `${articleId} ${checksum}\n`);
  return sha256(lines.sort().join(''));
}
