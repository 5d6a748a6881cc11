import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest.js';
import { readBytes } from '../../files/open-file.js';
import { decodeHtml } from './decode-html.js';
import { type FounderProperties, readProperties } from './founder-properties.js';
import type { PageNodes, Span } from './page-node.js';
import { parseHtml } from './parse-html.js';

/** A file of HTML, taken apart into its nodes. */
export type HtmlPage = {
  path: string;
  nodes: PageNodes;
  /** All of it. */
  whole: Span;
  properties: FounderProperties | null;
};

/** Pages of newspapers have some 50 kB and 1,500 nodes. */
const MAX_MEGABYTES = 16;
const MOST_NODES = 500_000;

/** @throws InputError for a file that cannot be read, is no text, or is too large for a page. */
export async function openHtmlPage(path: string): Promise<HtmlPage> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of readBytes(path)) {
    size += piece.length;
    if (size > MAX_MEGABYTES * 1e6) throw new InputError(wording.tooLarge(path, MAX_MEGABYTES));
    pieces.push(piece);
  }
  const nodes = parseHtml(decodeHtml(path, Buffer.concat(pieces)), MOST_NODES);
  if (!nodes) throw new InputError(wording.tooLarge(path, MAX_MEGABYTES));
  return toPage(path, nodes);
}

export const toPage = (path: string, nodes: PageNodes): HtmlPage => ({
  path,
  nodes,
  whole: { start: 0, end: nodes.length },
  properties: readProperties(nodes),
});
