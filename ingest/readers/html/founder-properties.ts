import type { PageNodes } from './page-node.js';
import { parseHtml } from './parse-html.js';
import { readLines } from './read-lines.js';

/** The fields of the comment that Founder systems append to a page, without the prefix founder-: date, title, … */
export type FounderProperties = Readonly<Record<string, string>>;

const OPENING = /^\s*(?:enp|mp)property\b/iu;
const FIELD = /<(?:founder-)?([a-z]{2,16})>([\s\S]*?)<\/(?:founder-)?\1>/giu;
const MOST_CHARACTERS = 20_000;

/**
 * The fields of all such comments of a page, the first value of each: enpproperty after articles and indexes of
 * e-papers and on web sites, mpproperty on 人民日报. Lines of a value are joined by a space; what is empty or the word
 * null is left out. Null where the page has no such comment.
 */
export function readProperties(nodes: PageNodes): FounderProperties | null {
  const found: Record<string, string> = {};
  let isFounder = false;
  for (const { kind, text } of nodes) {
    if (kind !== 'comment' || !OPENING.test(text)) continue;
    isFounder = true;
    for (const [, name = '', value = ''] of text.slice(0, MOST_CHARACTERS).matchAll(FIELD)) {
      const plain = readPlain(value);
      if (plain && plain !== 'null') found[name.toLowerCase()] ??= plain;
    }
  }
  return isFounder ? found : null;
}

function readPlain(value: string): string {
  const nodes = parseHtml(value) ?? [];
  return readLines(nodes, { start: 0, end: nodes.length }).join(' ');
}
