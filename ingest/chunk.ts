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

function cutOverlong(body: string, span: Span): Span[] {
  if (span.end - span.start <= MAX_SENTENCE) return [span];
  const window = body.slice(span.start, span.start + MAX_LENGTH);
  const comma = Math.max(...[...'，,、 '].map((mark) => window.lastIndexOf(mark)));
  let cut = span.start + (comma >= MIN_LENGTH / 2 ? comma + 1 : MAX_LENGTH);
  if (/[\ud800-\udbff]/u.test(body[cut - 1] ?? '')) cut++;
  return [{ start: span.start, end: cut }, ...cutOverlong(body, { start: cut, end: span.end })];
}
