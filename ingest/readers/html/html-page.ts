import { InputError } from '../../../src/domain/errors.js';
import * as wording from '../../../src/domain/wording/ingest.js';
import { decodeBytes } from '../../files/decode.js';
import type { Encoding } from '../../files/encoding/encodings.js';
import { readBytes } from '../../files/open-file.js';
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

/**
 * The charset that a page declares is wrong too often to count: the encoding is found where none is given.
 * @throws InputError for a file that cannot be read, is no text, or is too large for a page.
 */
export async function openHtmlPage(path: string, encoding: Encoding | null): Promise<HtmlPage> {
  const bytes = await readBytes(path, MAX_MEGABYTES * 1e6);
  const nodes = bytes && parseHtml(decodeBytes(path, bytes, encoding), MOST_NODES);
  if (!nodes) throw new InputError(wording.tooLarge(path, MAX_MEGABYTES));
  return toPage(path, nodes);
}

const toPage = (path: string, nodes: PageNodes): HtmlPage => ({
  path,
  nodes,
  whole: { start: 0, end: nodes.length },
  properties: readProperties(nodes),
});
