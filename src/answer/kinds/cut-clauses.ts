import { fold } from '../../text/fold.js';
import type { Span } from '../../text/split-sentences.js';
import { presence } from '../evidence/presence.js';
import { skipOpening } from './skip-opening.js';

const CLAUSE = /[^，,；;。！!？?\n]*[，,；;。！!？?\n]*[”’」』）)]*/gu;
const LAST_MARK = /[，,；;、\s]+$/u;

/**
 * The shortest run of whole clauses of a sentence that still holds all of the words that the sentence holds, of
 * `most` characters where it can be; without the opening that only says where the news is from.
 */
export function cutClauses(body: string, span: Span, words: readonly string[], most: number): Span {
  const start = skipOpening(body, span);
  if (span.end - start <= most) return { start, end: span.end };
  const clauses = [...body.slice(start, span.end).matchAll(CLAUSE)]
    .filter(([text]) => text.length > 0)
    .map(({ 0: text, index }) => ({ start: start + index, end: start + index + text.length }));
  return trim(body, findShortestRun(body, clauses, words, most) ?? { start, end: span.end });
}

/** A run this short hardly says anything: what follows belongs to it. */
const SHORT = 24;
/** To hold all words a run may be this many times as long as it should be. */
const LONGER = 2;

function findShortestRun(
  body: string,
  clauses: readonly Span[],
  words: readonly string[],
  most: number,
): Span | null {
  const runs = clauses.flatMap((first, at) =>
    clauses
      .slice(at)
      .map((last) => ({ start: first.start, end: last.end }))
      // Longer than allowed only where the clause is one.
      .filter(({ start, end }) => end - start <= LONGER * most || end === first.end),
  );
  const judged = runs.map((span) => {
    const text = fold(body.slice(span.start, span.end));
    const held = words.filter((word) => presence(text, word) === 1).length;
    const length = span.end - span.start;
    const endsEarly = Number(span.end !== clauses.at(-1)?.end);
    const isLong = Number(length > most);
    return { span, held, isLong, endsEarly, length: length < SHORT ? most + SHORT - length : length };
  });
  const [best] = judged.sort(
    (one, other) =>
      other.held - one.held ||
      one.isLong - other.isLong ||
      one.endsEarly - other.endsEarly ||
      one.length - other.length,
  );
  return best?.span ?? null;
}

/** A mark that led on to what is left out is no part of the quote. */
const trim = (body: string, { start, end }: Span): Span => ({
  start,
  end: end - (LAST_MARK.exec(body.slice(start, end))?.[0].length ?? 0),
});
