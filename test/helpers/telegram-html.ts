/** A refusal in the words of the real Bot API. */
export class TelegramHtmlError extends Error {}

const TAGS = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'code',
  'pre',
  'a',
  'blockquote',
  'tg-spoiler',
  'span',
]);

/**
 * HTML → the text that is shown, as the real server parses it; its refusals are worded as there (offsets in
 * bytes).
 */
export function parseTelegramHtml(html: string): {
  text: string;
  entities: { type: string; text: string }[];
} {
  const open: { name: string; from: number }[] = [];
  const entities: { type: string; text: string }[] = [];
  let text = '';
  let at = 0;
  const offset = () => Buffer.byteLength(html.slice(0, at));
  const refuse = (reason: string): never => {
    throw new TelegramHtmlError(`Bad Request: can't parse entities: ${reason}`);
  };
  while (at < html.length) {
    const rest = html.slice(at);
    const entity = /^&(?:(amp|lt|gt|quot)|#(\d+)|#x([0-9a-f]+));/i.exec(rest);
    if (entity) {
      text += decodeEntity(entity);
      at += entity[0].length;
    } else if (rest.startsWith('</')) {
      const closing = /^<\/([^>]*)>/.exec(rest) ?? refuse(`Unclosed end tag at byte offset ${offset()}`);
      const tag = open.pop() ?? refuse(`Unexpected end tag at byte offset ${offset()}`);
      const name = closing[1]?.trim().toLowerCase();
      if (name && name !== tag.name) {
        refuse(`Unmatched end tag at byte offset ${offset()}, expected "</${tag.name}>", found "</${name}>"`);
      }
      if (text.length > tag.from) entities.push({ type: tag.name, text: text.slice(tag.from) });
      at += closing[0].length;
    } else if (rest.startsWith('<')) {
      const opening =
        /^<([^\s>/]*)([^>]*)>/.exec(rest) ?? refuse(`Unclosed start tag at byte offset ${offset()}`);
      const name = opening[1]?.toLowerCase() ?? '';
      if (!TAGS.has(name)) refuse(`Unsupported start tag "${name}" at byte offset ${offset()}`);
      open.push({ name, from: text.length });
      at += opening[0].length;
    } else {
      text += html[at];
      at++;
    }
  }
  const left = open.pop();
  if (left) refuse(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text, entities };
}

function decodeEntity([whole, name, decimal, hexadecimal]: RegExpExecArray): string {
  if (decimal) return String.fromCodePoint(Number(decimal));
  if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
  return { amp: '&', lt: '<', gt: '>', quot: '"' }[name?.toLowerCase() ?? ''] ?? whole;
}
