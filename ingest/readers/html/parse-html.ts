import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { isHidden, type PageNode, type PageNodes } from './page-node.js';

/** Elements that have no inside. */
const VOID = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
);
const ENDS_PARAGRAPH = (
  'address article aside blockquote center details dir div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header ' +
  'hr main menu nav ol p pre section table ul'
).split(' ');
/** Which open element an opening tag closes when it stands directly in it: the end tags that HTML lets people omit. */
const CLOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...ENDS_PARAGRAPH.map((name) => [name, new Set(['p'])] as const),
  ['li', new Set(['li', 'p'])],
  ['option', new Set(['option'])],
  ['dt', new Set(['dt', 'dd', 'p'])],
  ['dd', new Set(['dt', 'dd', 'p'])],
  ['td', new Set(['td', 'th', 'p'])],
  ['th', new Set(['td', 'th', 'p'])],
  ['tr', new Set(['tr', 'td', 'th', 'p'])],
  ['tbody', new Set(['tr', 'td', 'th', 'p', 'thead', 'tbody'])],
  ['body', new Set(['head'])],
]);
/** An element with more is no page of a newspaper. */
const MOST_ATTRIBUTES = 64;
/** A script that writes nothing but one text, perhaps through a function: document.write(view("甲<br>乙")) */
const WRITTEN =
  /^\s*document\.write\(\s*(?:\w+\(\s*)?(?:"((?:[^"<\\]|<br\s*\/?>)*)"|'((?:[^'<\\]|<br\s*\/?>)*)')\s*\)?\s*\)\s*;?\s*$/iu;

/**
 * HTML of any quality → its nodes; null where there are more than `mostNodes`. A script that only writes a text counts
 * as that text. The tokenizer is htmlparser2's; its parser looks through all open elements at each tag, which takes
 * half a minute for a page that is nested a hundred thousand levels deep.
 */
export function parseHtml(source: string, mostNodes = Number.POSITIVE_INFINITY): PageNodes | null {
  const nodes: PageNode[] = [];
  const open: number[] = [];
  const openNames = new Map<string, number>();
  let tag = '';
  let attributes: Record<string, string> = {};
  let attributesRead = 0;
  let attribute = '';
  let value = '';

  const add = (part: Pick<PageNode, 'kind'> & Partial<PageNode>): number => {
    const parent = open.at(-1) ?? -1;
    const node = {
      name: '',
      text: '',
      attributes: {},
      parent,
      end: nodes.length + 1,
      unseen: false,
      ...part,
    };
    node.unseen = isHidden(node) || (nodes[parent]?.unseen ?? false);
    return nodes.push(node) - 1;
  };
  const addText = (text: string): void => {
    const last = nodes.at(-1);
    if (last?.kind === 'text' && last.parent === open.at(-1)) last.text += text;
    else add({ kind: 'text', text });
  };
  const push = (name: string): void => {
    open.push(add({ kind: 'element', name, attributes }));
    openNames.set(name, (openNames.get(name) ?? 0) + 1);
  };
  const pop = (): void => {
    const index = open.pop();
    const node = index === undefined ? undefined : nodes[index];
    if (!node) return;
    node.end = nodes.length;
    openNames.set(node.name, (openNames.get(node.name) ?? 1) - 1);
    if (node.name === 'script') settleScript(node, nodes.at(-1), nodes[node.parent]?.unseen ?? false);
  };
  const topName = (): string => nodes[open.at(-1) ?? -1]?.name ?? '';
  const close = (name: string): void => {
    if (name === 'br' || name === 'p') if (!openNames.get(name)) add({ kind: 'element', name });
    if (!openNames.get(name)) return;
    for (let top = topName(); ; top = topName()) {
      pop();
      if (top === name) return;
    }
  };
  const openTag = (selfClosed: boolean): void => {
    if (VOID.has(tag)) add({ kind: 'element', name: tag, attributes });
    else {
      for (const closes = CLOSES.get(tag); closes?.has(topName()); ) pop();
      push(tag);
      if (selfClosed && tag !== 'script' && tag !== 'div' && tag !== 'p') pop();
    }
    if (nodes.length > mostNodes) tokenizer.pause();
  };

  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      tag = source.slice(start, end).toLowerCase();
      attributes = {};
      attributesRead = 0;
    },
    onattribname(start, end) {
      attribute = source.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata(start, end) {
      value += source.slice(start, end);
    },
    onattribentity(codepoint) {
      value += String.fromCodePoint(codepoint);
    },
    onattribend() {
      if (attributesRead++ < MOST_ATTRIBUTES && !(attribute in attributes)) attributes[attribute] = value;
    },
    onopentagend: () => openTag(false),
    onselfclosingtag: () => openTag(true),
    onclosetag: (start, end) => close(source.slice(start, end).trim().toLowerCase()),
    ontext: (start, end) => addText(source.slice(start, end)),
    ontextentity: (codepoint) => addText(String.fromCodePoint(codepoint)),
    oncomment: (start, end, offset) => void add({ kind: 'comment', text: source.slice(start, end - offset) }),
    oncdata: (start, end, offset) => addText(source.slice(start, end - offset)),
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {
      while (open.length) pop();
    },
  };
  const tokenizer = new Tokenizer({}, callbacks);
  push('#page');
  tokenizer.write(source);
  if (nodes.length > mostNodes) return null;
  tokenizer.end();
  return nodes;
}

function settleScript(script: PageNode, inside: PageNode | undefined, unseen: boolean): void {
  const written = inside?.kind === 'text' ? WRITTEN.exec(inside.text) : null;
  if (!inside || !written) return;
  script.name = 'span';
  script.unseen = unseen;
  inside.unseen = unseen;
  inside.text = (written[1] ?? written[2] ?? '').replace(/<br\s*\/?>/giu, ' ');
}
