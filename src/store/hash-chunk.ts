import { createHash } from 'node:crypto';
import type { PreparedChunk } from '../domain/ports.js';

/**
 * Tells whether a chunk is still found by the same words, times and places; no secret depends on it, so a short hash
 * will do. Without times and places it is the hash of archives that knew none.
 */
export function hashChunk({ terms, times, places }: PreparedChunk): string {
  if ('hash' in terms) return terms.hash;
  const facts = times.length > 0 || places.length > 0 ? `\n\n${JSON.stringify([times, places])}` : '';
  const hash = createHash('sha1').update(terms.join('\n') + facts);
  return hash.digest('base64').slice(0, 12);
}
