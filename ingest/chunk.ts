import { type Span, splitSentences } from '../src/text/split-sentences.js';

/** Chunks end at the first sentence end behind MIN characters and grow to MAX while sentences fit. */
const MIN_LENGTH = 200;
const MAX_LENGTH = 300;
/** A "sentence" longer than this (a table, a list without marks) is cut at a comma. */
const MAX_SENTENCE = 500;

/** A body → the spans of its chunks, in order, cut at sentence ends; only white space lies between them. */
export function splitChunks(body: string): Span[] {
  const chunks: Span[] = [];
  let open: Span | null = null;
  for (const sentence of splitSentences(body).flatMap((span) => cutOverlong(body, span))) {
    if (open && sentence.end - open.start > MAX_LENGTH) {
      chunks.push(open);
      open = null;
    }
    open = open ? { start: open.start, end: sentence.end } : sentence;
    if (open.end - open.start >= MIN_LENGTH) {
      chunks.push(open);
      open = null;
    }
  }
  if (open) chunks.push(open);
  return chunks;
}

function cutOverlong(body: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let at = start;
  while (end - at > MAX_SENTENCE) {
    const cut = findCut(body, at);
    pieces.push({ start: at, end: cut });
    at = cut;
  }
  return [...pieces, { start: at, end }];
}

function findCut(body: string, start: number): number {
  const window = body.slice(start, start + MAX_LENGTH);
  const comma = Math.max(...[...'，,、 '].map((mark) => window.lastIndexOf(mark)));
  const cut = start + (comma >= MIN_LENGTH / 2 ? comma + 1 : MAX_LENGTH);
  return /[\ud800-\udbff]/u.test(body[cut - 1] ?? '') ? cut + 1 : cut;
}
