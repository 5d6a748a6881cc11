import type { Block } from './blocks/block.js';
import type { PageSigns } from './reading/page-signs.js';

/** Why a piece of text was taken for the continuation of another. */
export type JoinReason =
  | { kind: 'word'; seam: string }
  | { kind: 'quote' }
  | { kind: 'list'; from: number; to: number }
  | { kind: 'sentence' }
  | { kind: 'shared'; words: string[] }
  | { kind: 'next' };

/** Two pieces of one article that a break or another article separates; 1-based numbers of the lines at the break. */
export type Join = { lastLine: number; nextLine: number; reasons: JoinReason[] };

const SHORTEST_PARAGRAPH = 30;
/** What of a page's signs ties blocks together. */
type Ties = Pick<PageSigns, 'blocks' | 'affinity' | 'isSeam'>;

/** Characters on each side of a seam that are shown. */
const SHOWN = 4;

/** The joins of an article's body (places of its blocks in reading order): where a sentence was cut or something stands between. */
export function findJoins(body: readonly number[], signs: Ties): Join[] {
  return body.slice(1).flatMap((after, index) => {
    const before = body[index] ?? 0;
    const [first, second] = [signs.blocks[before], signs.blocks[after]];
    if (!first || !second || (after === before + 1 && !isCut(first))) return [];
    const reasons = findReasons(before, after, body.slice(0, index + 1), signs);
    return [{ lastLine: first.lines.at(-1) ?? 0, nextLine: second.lines[0] ?? 0, reasons }];
  });
}

/** A paragraph that a column break cut; a short line is a crosshead, an entry or a verse. */
const isCut = ({ endsOpen, text }: Block): boolean => endsOpen && text.length > SHORTEST_PARAGRAPH;

function findReasons(
  before: number,
  after: number,
  earlier: readonly number[],
  { blocks, affinity, isSeam }: Ties,
): JoinReason[] {
  const [first, second] = [blocks[before], blocks[after]];
  if (!first || !second) return [];
  const words = affinity.findCommonWords(after, earlier);
  const reasons: JoinReason[] = [];
  if (isSeam(before, after))
    reasons.push({ kind: 'word', seam: `${first.text.slice(-SHOWN)}|${second.text.slice(0, SHOWN)}` });
  else if (first.endsOpen) reasons.push({ kind: 'sentence' });
  if (second.closesForeign && first.openQuotes > 0) reasons.push({ kind: 'quote' });
  if (first.list && second.list && second.list.first > first.list.last)
    reasons.push({ kind: 'list', from: first.list.last, to: second.list.first });
  if (words.length) reasons.push({ kind: 'shared', words });
  if (after === before + 1) reasons.push({ kind: 'next' });
  return reasons;
}
