import type { PreparedChunk } from '../../domain/ports.js';
import type { TermBatch } from '../../domain/term-batch.js';
import { fromPairKey, fromShortKey } from '../../text/pair-key.js';
import { toStorable } from '../words/storable-term.js';

/** What would cut a term in two, or stand for another character: blanks of any kind, the sign that marks them, NUL. */
const CUTTING = /[\p{White_Space}\p{Cc}%]/gu;

/** A term as Weaviate keeps it in a text that it cuts at blanks. */
export function toToken(term: string): string {
  const storable = toStorable(term);
  return storable.replace(CUTTING, encodeURIComponent);
}

/** The text that the chunk is found by: its terms, each as often as it stands there. */
export function toTermText({ terms }: Pick<PreparedChunk, 'terms'>): string {
  return 'batch' in terms ? (textsOf(terms.batch)[terms.place] as string) : terms.map(toToken).join(' ');
}

/** How many terms stand in it, each as often as it does. */
export const lengthOf = ({ terms }: Pick<PreparedChunk, 'terms'>): number =>
  'batch' in terms ? terms.count : terms.length;

/** A batch holds postings, term by term; its chunks come one after the other, so all are written out at once. */
const written = new WeakMap<TermBatch, string[]>();

function textsOf(batch: TermBatch): string[] {
  const known = written.get(batch);
  if (known !== undefined) return known;
  const texts = writeOut(batch);
  written.set(batch, texts);
  return texts;
}

function writeOut(batch: TermBatch): string[] {
  const { chunks, pairs, shortWords, others, starts, places, frequencies } = batch;
  const tokens = Array.from({ length: chunks }, (): string[] => []);
  const numbered = pairs.length + shortWords.length;
  for (let rank = 0; rank + 1 < starts.length; rank++) {
    const token = toToken(
      rank < pairs.length
        ? fromPairKey(pairs[rank] as number)
        : rank < numbered
          ? fromShortKey(shortWords[rank - pairs.length] as number)
          : (others[rank - numbered] as string),
    );
    for (let at = starts[rank] as number; at < (starts[rank + 1] as number); at++) {
      const ofChunk = tokens[places[at] as number] as string[];
      for (let times = frequencies[at] as number; times > 0; times--) ofChunk.push(token);
    }
  }
  return tokens.map((ofChunk) => ofChunk.join(' '));
}
