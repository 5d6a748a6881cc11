import type { RichBlock, RichText } from 'grammy/types';
import { type Payload, Refusal } from './telegram-protocol.js';

/** A rich message as its reader sees it: its blocks, and all their words, those that are folded away with them. */
export type RichContent = { blocks: RichBlock[]; text: string };

type Node = string | { name: string; attributes: Record<string, string>; children: Node[] };
type Element = Exclude<Node, string>;

const INLINE = new Set(['a', 'b', 'i', 'tg-reference', 'br']);
const BLOCKS = new Set(['p', 'blockquote', 'details', 'summary']);
/** Of the whole message, in characters and in blocks. */
const LONGEST = 32_768;
const MOST_BLOCKS = 500;

/** Reads what sendRichMessage and editMessageText are given, of the HTML that the bot uses; wrong HTML is refused. */
export function readRich({ rich_message }: Payload): RichContent {
  const { html } = (rich_message ?? {}) as { html?: unknown };
  if (typeof html !== 'string') throw new Refusal(400, 'Bad Request: rich message is empty');
  const blocks = toBlocks(parse(html));
  const text = blocks.map(textOfBlock).join('\n');
  if (text.trim() === '') throw new Refusal(400, 'Bad Request: rich message is empty');
  if ([...text].length > LONGEST || countBlocks(blocks) > MOST_BLOCKS)
    throw new Refusal(400, 'Bad Request: rich message is too long');
  return { blocks, text };
}

function parse(html: string): Node[] {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [whole, closed, opened, given = ''] of html.matchAll(
    /<\/([\w-]+)>|<([\w-]+)([^>]*)>|[^<]+|</g,
  )) {
    const parent = open.at(-1) as Element;
    if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw refuse(`unexpected end tag "${closed}"`);
    } else if (opened !== undefined) {
      if (!INLINE.has(opened) && !BLOCKS.has(opened)) throw refuse(`unsupported start tag "${opened}"`);
      const pairs = [...given.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
      const element: Element = { name: opened, attributes: Object.fromEntries(pairs), children: [] };
      parent.children.push(element);
      if (opened !== 'br') open.push(element);
    } else if (whole === '<') throw refuse('unclosed start tag');
    else parent.children.push(decode(whole.replace(/[ \t\n]+/g, ' ')));
  }
  if (open.length > 1) throw refuse(`no end tag for "${open.at(-1)?.name}"`);
  return root.children;
}

const refuse = (reason: string) => new Refusal(400, `Bad Request: can't parse rich message: ${reason}`);

const decode = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot);/g,
    (whole, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? whole,
  );

/** Inline nodes that stand between blocks are a paragraph. */
function toBlocks(nodes: readonly Node[]): RichBlock[] {
  const blocks: RichBlock[] = [];
  let loose: Node[] = [];
  const close = () => {
    if (loose.length > 0) blocks.push({ type: 'paragraph', text: toRichText(loose) });
    loose = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !BLOCKS.has(node.name)) {
      loose.push(node);
      continue;
    }
    close();
    blocks.push(toBlock(node));
  }
  close();
  return blocks;
}

function toBlock({ name, children }: Element): RichBlock {
  if (name === 'p') return { type: 'paragraph', text: toRichText(children) };
  if (name === 'blockquote') return { type: 'blockquote', blocks: toBlocks(children) };
  const [summary, ...body] = children;
  if (name !== 'details' || typeof summary !== 'object' || summary.name !== 'summary')
    throw refuse(`"${name}" in a wrong place`);
  return { type: 'details', summary: toRichText(summary.children), blocks: toBlocks(body) };
}

function toRichText(nodes: readonly Node[]): RichText {
  return nodes.map((node): RichText => {
    if (typeof node === 'string') return node;
    const text = toRichText(node.children);
    switch (node.name) {
      case 'br':
        return '\n';
      case 'b':
        return { type: 'bold', text };
      case 'i':
        return { type: 'italic', text };
      case 'tg-reference':
        return { type: 'reference', text, name: node.attributes.name ?? '' };
      case 'a':
        return {
          type: 'reference_link',
          text,
          reference_name: (node.attributes.href ?? '').replace('#', ''),
        };
      default:
        throw refuse(`"${node.name}" inside of a line`);
    }
  });
}

function textOfBlock(block: RichBlock): string {
  if (block.type === 'paragraph') return textOf(block.text);
  if (block.type === 'blockquote') return block.blocks.map(textOfBlock).join('\n');
  if (block.type === 'details') return [textOf(block.summary), ...block.blocks.map(textOfBlock)].join('\n');
  throw new Error(`The test server does not know blocks of type ${block.type}`);
}

/** What a reader sees of rich text. */
export function textOf(text: RichText): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(textOf).join('');
  return 'text' in text ? textOf(text.text) : '';
}

function countBlocks(blocks: readonly RichBlock[]): number {
  return blocks.reduce((sum, block) => sum + 1 + ('blocks' in block ? countBlocks(block.blocks) : 0), 0);
}
