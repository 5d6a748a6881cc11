type Span = { start: number; end: number };

/**
 * Whether the spans, in UTF-16 units, follow each other through the body with nothing but white space between, before and
 * behind them.
 */
export function coversBody(body: string, spans: Iterable<Span>): boolean {
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at || end <= start || end > body.length || body.slice(at, start).trim() !== '') return false;
    at = end;
  }
  return body.slice(at).trim() === '';
}
