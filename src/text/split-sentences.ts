/** A stretch of a text in UTF-16 offsets, end exclusive. */
export type Span = { start: number; end: number };

// A sentence ends behind 。！？；… with the quotation marks and brackets that close there; a line break always ends one.
const SENTENCE = /[^。！？!?；;…\n]*(?:[。！？!?；;…]+[”’"』」）)】》]*|\n|$)/gu;

/** Splits a text into sentences without white space around them; nothing but white space stands between the spans. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(SENTENCE)) {
    if (found[0]) spans.push(...trimmed(text, found.index, found.index + found[0].length));
  }
  return spans;
}

const CLAUSE = /[^，,；;：:。！？!?\s]*(?:[，,；;：:。！？!?\s]+[”’』」）)】》]*)*/gu;

/** Splits a sentence into clauses, each with the marks behind it; together they are the sentence. A number's 1,000 and 10:30 stay whole. */
export function findClauses(sentence: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: clause } of sentence.matchAll(CLAUSE)) {
    if (!clause) continue;
    const last = spans.at(-1);
    const end = index + clause.length;
    if (last && isInNumber(sentence, index)) last.end = end;
    else spans.push({ start: index, end });
  }
  return spans;
}

const isInNumber = (sentence: string, at: number): boolean =>
  /\d[,:：]$/u.test(sentence.slice(0, at)) && /^\d/u.test(sentence.slice(at));

function trimmed(text: string, from: number, to: number): Span[] {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  return end > start ? [{ start, end }] : [];
}
