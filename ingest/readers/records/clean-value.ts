import { parseHtml } from '../html/parse-html.js';

/** A value that holds one of these is mark-up; “<” alone may stand in any text. */
const TAG =
  /<\/?(?:p|br|div|span|b|i|u|em|strong|font|a|img|h[1-6]|ul|ol|li|table|tbody|tr|td|th|section|article|center|blockquote|figure|figcaption|script|style|!--)(?=[\s/>]|--)[^<]*>?/iu;
const ENTITY = /&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d?);/iu;
const BLOCK =
  /^(?:p|br|div|h[1-6]|ul|ol|li|table|tr|section|article|center|blockquote|figure|figcaption|hr|dd|dt|dl)$/u;

/** What a founder system wrote behind the text for its own use, as a comment or without its beginning. */
const PROPERTY_COMMENT = /<!--\s*(?:enp|mp)property[\s\S]*?(?:\/(?:enp|mp)property\s*-->|$)/gu;
/** The day and time of the page stand first of it. */
const PROPERTY_TAIL =
  /(?:^|\s)\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}[:.]\d{1,3}\s[\s\S]*?\/(?:enp|mp)property-->\s*$/u;

/** A value of a record → its text: mark-up, and what systems wrote for themselves, left out; blocks a line each. */
export function cleanValue(value: string): string {
  let text = value.replace(PROPERTY_COMMENT, '').replace(PROPERTY_TAIL, '');
  // What was escaped twice is text with tags once it is read.
  for (let round = 0; round < 2 && (TAG.test(text) || ENTITY.test(text)); round++) text = readMarkup(text);
  return text;
}

/** Unlike in a page of HTML, line ends mean paragraphs here: such values are text with some mark-up in it. */
function readMarkup(html: string): string {
  const nodes = parseHtml(TAG.test(html) ? html : html.replaceAll('<', '&lt;')) ?? [];
  const breaks = new Set<number>();
  for (const [index, { kind, name, end }] of nodes.entries())
    if (kind === 'element' && BLOCK.test(name)) breaks.add(index).add(end);
  return nodes
    .map(({ kind, text, unseen }, index) => {
      const shown = kind === 'text' && !unseen ? text : '';
      return breaks.has(index) ? `\n${shown}` : shown;
    })
    .join('');
}
