import { isFurnitureBox, type TextCounts } from './furniture.js';
import { isHidden, type PageNode, type PageNodes, type Span } from './page-node.js';

const INLINE = new Set(
  'a abbr b bdi bdo big cite code em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);
/** Characters; shorter texts, and those without a mark, are labels and links rather than sentences. */
const SHORTEST = 8;
const SENTENCE = /[。！？；，：、…,.;!?:]/u;
/** Of the weight of the best box, that others of its kind beside it must have to be taken with it. */
const SAME_KIND = 0.15;

/**
 * The box that holds an article's sentences: an element made for it (article, itemprop articleBody, main) where just one
 * holds most of the page's sentences, else the one whose paragraphs have the most text that leads nowhere, as
 * Readability weighs them: a paragraph counts whole for the box around it and half for the one around that.
 */
export function findMainText(nodes: PageNodes, counts: TextCounts): Span {
  const weights = weighParagraphs(nodes, counts);
  const total = weights.inside[0] ?? 0;
  const spanOf = (index: number): Span => ({ start: index, end: nodes[index]?.end ?? index });
  const made = nodes.flatMap((node, index) => (isMadeForArticle(node) ? [index] : []));
  const holding = made.filter((index) => total > 0 && (weights.inside[index] ?? 0) >= total / 2);
  const innermost = holding.at(-1);
  if (innermost !== undefined) return spanOf(innermost);
  let best = 0;
  let bestScore = 0;
  for (const [index] of nodes.entries()) {
    const all = counts.all[index] ?? 0;
    const free = all ? 1 - (counts.linked[index] ?? 0) / all : 0;
    const score = (weights.own[index] ?? 0) * free;
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  if (!best)
    return spanOf(
      Math.max(
        0,
        nodes.findIndex(({ name }) => name === 'body'),
      ),
    );
  return spanOf(joinKind(nodes, weights.inside, best));
}

const isMadeForArticle = ({ kind, name, attributes }: PageNode): boolean =>
  kind === 'element' &&
  (name === 'article' ||
    name === 'main' ||
    attributes.role === 'main' ||
    attributes.itemprop === 'articleBody');

type Weights = {
  /** What paragraphs give to the boxes around them. */
  own: Float64Array;
  /** Text of all paragraphs inside. */
  inside: Float64Array;
};

function weighParagraphs(nodes: PageNodes, counts: TextCounts): Weights {
  const own = new Float64Array(nodes.length);
  const inside = new Float64Array(nodes.length);
  const give = (to: Float64Array, index: number | undefined, weight: number): void => {
    if (index !== undefined && index >= 0) to[index] = (to[index] ?? 0) + weight;
  };
  const texts = collectOwnText(nodes, counts);
  for (const [index, text] of texts) {
    const length = text.replace(/\s+/gu, '').length;
    if (length < SHORTEST || !SENTENCE.test(text)) continue;
    const parent = nodes[index]?.parent;
    const isParagraph = nodes[index]?.name === 'p';
    give(own, isParagraph ? parent : index, length);
    give(own, isParagraph ? nodes[parent ?? -1]?.parent : parent, length / 2);
    give(inside, index, length);
  }
  for (let index = nodes.length - 1; index > 0; index--)
    give(inside, nodes[index]?.parent, inside[index] ?? 0);
  return { own, inside };
}

/** The text of each block that stands in no block inside it, no link and no furniture. */
function collectOwnText(nodes: PageNodes, counts: TextCounts): Map<number, string> {
  const texts = new Map<number, string>();
  const blocks = new Int32Array(nodes.length);
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index] as PageNode;
    if (isHidden(node) || node.name === 'a' || isFurnitureBox(node, index, counts)) {
      index = node.end;
      continue;
    }
    const block = blocks[node.parent] ?? 0;
    blocks[index] = node.kind === 'element' && !INLINE.has(node.name) ? index : block;
    if (node.kind === 'text') texts.set(block, (texts.get(block) ?? '') + node.text);
    index++;
  }
  return texts;
}

/** An article may be dealt over several boxes of one kind: then the box around them is meant. */
function joinKind(nodes: PageNodes, inside: Float64Array, best: number): number {
  const chosen = nodes[best];
  if (!chosen || chosen.parent <= 0) return best;
  let others = 0;
  for (
    let index = chosen.parent + 1;
    index < (nodes[chosen.parent]?.end ?? 0);
    index = nodes[index]?.end ?? Infinity
  ) {
    const other = nodes[index];
    const isSame = other?.name === chosen.name && other.attributes.class === chosen.attributes.class;
    if (index !== best && isSame) others += inside[index] ?? 0;
  }
  return others >= (inside[best] ?? 0) * SAME_KIND ? chosen.parent : best;
}
