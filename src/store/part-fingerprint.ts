import { createHash } from 'node:crypto';

/** What the fingerprint of a part of a file begins with; those of whole files are hexadecimal. */
const PART = 'part:';

/** Of a part of a file: one that says which articles it holds, in order. */
export function fingerprintOfPart(articleIds: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const articleId of articleIds) hash.update(`${articleId}\n`);
  return `${PART}${hash.digest('hex')}`;
}

export const isOfPart = (fingerprint: string) => fingerprint.startsWith(PART);
