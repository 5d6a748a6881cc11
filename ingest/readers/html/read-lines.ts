import { cleanBody } from '../clean-body.js';
import { findElements, insideOf, isHidden, type PageNodes, type Span } from './page-node.js';

const BLOCKS = new Set(
  (
    '#page address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody ' +
    'tfoot thead tr ul br founder-title founder-content founder-author'
  ).split(' '),
);
const CELLS = new Set(['td', 'th']);
const WIDE = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…';
/** A line break between two wide characters is no space (CSS Text, segment break transformation). */
const BREAK_IN_TEXT = new RegExp(`(?<=[${WIDE}])[ \\t\\r]*\\n\\s*(?=[${WIDE}])`, 'gu');
/** Paragraphs that lost their elements: two full-width spaces behind the end of a sentence begin one. */
const INDENT = /(?<=[。！？…”’）】])[ \t\n\u00a0]*\u3000{2,}(?=\S)/u;

/**
 * The text that a browser would show of a span, as lines: a block of its own, or what stands between line breaks.
 * Layout spaces are made one and nothing else is changed. `isLeftOut` takes parts out; what lies inside an element
 * that is hidden itself is never read.
 */
export function readLines(
  nodes: PageNodes,
  { start, end }: Span,
  isLeftOut: (index: number) => boolean = () => false,
): string[] {
  const lines: string[] = [];
  const blockEnds: number[] = [];
  let kept = 0;
  let open = '';
  const finish = (): void => {
    if (open) lines.push(...(kept ? cleanBody(open).split('\n') : settleLines(open)));
    open = '';
  };
  for (let index = start; index < end; ) {
    while ((blockEnds.at(-1) ?? end) <= index) {
      blockEnds.pop();
      finish();
    }
    if (index >= kept) kept = 0;
    const node = nodes[index];
    if (!node) break;
    if (node.kind === 'element' && (isHidden(node) || isLeftOut(index))) {
      if (BLOCKS.has(node.name)) finish();
      index = node.end;
      continue;
    }
    if (node.kind === 'text') open += node.text;
    else if (BLOCKS.has(node.name)) {
      finish();
      blockEnds.push(node.end);
      if (node.name === 'pre') kept = node.end;
    } else if (CELLS.has(node.name) && open) open += ' ';
    index++;
  }
  finish();
  return lines.filter(Boolean);
}

const settleLines = (text: string): string[] =>
  text
    .replace(BREAK_IN_TEXT, '')
    .split(INDENT)
    .map((line) => cleanBody(line.replace(/\s+/gu, ' ')));

/** The text of a span on one line; null where it has none. */
export const readText = (
  nodes: PageNodes,
  span: Span,
  isLeftOut?: (index: number) => boolean,
): string | null => readLines(nodes, span, isLeftOut).join(' ') || null;

/** What the page calls itself in its <title>. */
export function readTitle(nodes: PageNodes): string | null {
  const [title] = findElements(nodes, ({ name }) => name === 'title');
  return title ? readText(nodes, insideOf(title)) : null;
}
