/** A piece of Telegram HTML: a tag takes no room in a message, a text takes `shown.length` units. */
export type HtmlToken =
  | { kind: 'open'; html: string; name: string }
  | { kind: 'close'; html: string; name: string }
  | { kind: 'text'; html: string; shown: string };

const TOKEN = /<\/([a-z-]+)>|<([a-z-]+)(?:\s[^>]*)?>|&(?:amp|lt|gt|quot);|[^<&]+|[<&]/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
]);

/**
 * Takes apart HTML made of `escapeHtml` texts and our own tags: each entity is a token, so is each run of
 * plain text.
 */
export function parseHtmlTokens(html: string): HtmlToken[] {
  return [...html.matchAll(TOKEN)].map(([whole, closed, opened]) => {
    if (closed !== undefined) return { kind: 'close', html: whole, name: closed };
    if (opened !== undefined) return { kind: 'open', html: whole, name: opened };
    return { kind: 'text', html: whole, shown: ENTITIES.get(whole) ?? whole };
  });
}

/** What a person sees of the HTML. */
export function shownText(html: string): string {
  return parseHtmlTokens(html)
    .map((token) => (token.kind === 'text' ? token.shown : ''))
    .join('');
}
