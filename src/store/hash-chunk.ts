import { createHash } from 'node:crypto';
import type { PreparedChunk } from '../domain/ports.js';
import { PAIR_MARK } from '../text/pair-key.js';
import type { IndexTerms } from '../text/words.js';

type Facts = Pick<PreparedChunk, 'times' | 'places'>;

/**
 * Tells whether a chunk is still found by the same words, times and places; no secret depends on it, so a short hash
 * will do. Without times and places it is the hash of archives that knew none.
 */
export function hashChunk({ terms, ...facts }: Facts & Pick<PreparedChunk, 'terms'>): string {
  return 'hash' in terms ? terms.hash : hashTerms([{ words: terms, pairs: [], numbers: [] }], facts);
}

/** The same for the terms of a chunk's texts. */
export function hashTerms(texts: readonly IndexTerms[], { times, places }: Facts): string {
  const facts = times.length > 0 || places.length > 0 ? `\n\n${JSON.stringify([times, places])}` : '';
  const hash = createHash('sha1').update(writeLines(texts)).update(facts);
  return hash.digest('base64').slice(0, 12);
}

const LINE_END = '\n'.charCodeAt(0);
/** Of UTF-16 units in UTF-8. */
const MOST_BYTES = 3;
/** A line end, the mark and two characters. */
const PAIR_BYTES = 2 + 2 * MOST_BYTES;

let scratch = Buffer.alloc(1 << 14);

/** All terms, a line each, as UTF-8; pairs are written without making strings of them. Valid until the next call. */
function writeLines(texts: readonly IndexTerms[]): Uint8Array {
  let at = 0;
  for (const { words, pairs, numbers } of texts) {
    const [before, behind] = [words.join('\n'), numbers.join('\n')];
    const most = MOST_BYTES * (before.length + behind.length) + PAIR_BYTES * pairs.length + 2;
    if (at + most > scratch.length) scratch = Buffer.concat([scratch.subarray(0, at)], 2 * (at + most));
    if (words.length > 0) at = writeText(before, at);
    for (const pair of pairs) at = writePair(pair, at);
    if (numbers.length > 0) at = writeText(behind, at);
  }
  return scratch.subarray(Math.min(at, 1), at);
}

/** Each begins with a line end, the first one's is left out in the end. */
function writeText(text: string, at: number): number {
  scratch[at] = LINE_END;
  return at + 1 + scratch.write(text, at + 1);
}

function writePair(pair: number, at: number): number {
  scratch[at] = LINE_END;
  scratch[at + 1] = PAIR_MARK;
  return writeUnit(pair & 0xffff, writeUnit(pair >>> 16, at + 2));
}

/** A Chinese character of the first plane takes three bytes. */
function writeUnit(unit: number, at: number): number {
  scratch[at] = 0xe0 | (unit >>> 12);
  scratch[at + 1] = 0x80 | ((unit >>> 6) & 0x3f);
  scratch[at + 2] = 0x80 | (unit & 0x3f);
  return at + 3;
}
