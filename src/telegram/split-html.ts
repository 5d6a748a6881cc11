import { escapeHtml } from './escape-html.js';
import { type HtmlToken, parseHtmlTokens } from './html-tokens.js';

/**
 * Telegram takes 4,096 UTF-16 units after entity parsing; the rest is a reserve for servers that count the
 * tags too.
 */
const MESSAGE_LIMIT = 4_000;

/** Where a message may end, best first: the end of a paragraph, a line, a sentence, a clause, a word. */
const BREAKS = [/\n\s*\n\s*/g, /\n\s*/g, /[。！？!?；;…]+[”’」』）)》】]*\s*/g, /[，、：,:]\s*/g, /\s+/g];

/** A part that would be shorter than this share of the limit is not worth a nicer place to end. */
const SHORTEST_SHARE = 0.4;

/**
 * Telegram HTML → messages of at most `limit` shown UTF-16 units (at least 2), each valid by itself: tags
 * open at a cut are closed and opened again. Only white space at the cuts is dropped; no surrogate pair or
 * joined character is cut unless it alone is longer than a message. Blank HTML gives no message.
 */
export function splitHtml(html: string, limit: number = MESSAGE_LIMIT): string[] {
  const tokens = parseHtmlTokens(html);
  const shown = tokens.map((token) => (token.kind === 'text' ? token.shown : '')).join('');
  return chooseParts(shown, limit).map(({ start, end }) => renderPart(tokens, start, end));
}

type Part = { start: number; end: number };

function chooseParts(shown: string, limit: number): Part[] {
  const parts: Part[] = [];
  let start = skipSpace(shown, 0);
  while (start < shown.length) {
    const next = chooseCut(shown, start, limit);
    parts.push({ start, end: start + shown.slice(start, next).trimEnd().length });
    start = skipSpace(shown, next);
  }
  return parts;
}

function skipSpace(text: string, from: number): number {
  return text.length - text.slice(from).trimStart().length;
}

/** The offset where the part that begins at `start` ends. */
function chooseCut(shown: string, start: number, limit: number): number {
  if (shown.slice(start).trimEnd().length <= limit) return shown.length;
  const stretch = shown.slice(start, start + limit);
  for (const pattern of BREAKS) {
    const cut = lastEnd(stretch, pattern);
    if (cut >= limit * SHORTEST_SHARE) return start + cut;
  }
  return start + lastCharacterEnd(shown.slice(start, start + limit + 2), limit);
}

function lastEnd(stretch: string, pattern: RegExp): number {
  let end = 0;
  for (const found of stretch.matchAll(pattern)) end = found.index + found[0].length;
  return end;
}

/** The longest run of whole characters within the limit. */
function lastCharacterEnd(text: string, limit: number): number {
  for (let end = limit; end > 0; end--) if (!insideCharacter(text, end)) return end;
  return insidePair(text, limit) ? limit - 1 : limit;
}

function insideCharacter(text: string, at: number): boolean {
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return insidePair(text, at) || /[\p{M}\u200d]/u.test(after) || text[at - 1] === '\u200d';
}

function insidePair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

/** The HTML of the shown units from start to end, with the tags that are open there around it. */
function renderPart(tokens: readonly HtmlToken[], start: number, end: number): string {
  const open: { html: string; name: string }[] = [];
  let html = '';
  let at = 0;
  let begun = false;
  for (const token of tokens) {
    if (at >= end) break;
    if (token.kind === 'text') {
      const text = token.shown.slice(Math.max(0, start - at), end - at);
      at += token.shown.length;
      if (text === '' || at <= start) continue;
      if (!begun) html += open.map((tag) => tag.html).join('');
      begun = true;
      html += escapeHtml(text);
      continue;
    }
    if (token.kind === 'open') open.push(token);
    else open.pop();
    if (begun) html += token.html;
  }
  return (
    html +
    open
      .map((tag) => `</${tag.name}>`)
      .reverse()
      .join('')
  );
}
