import { isCutInWord } from '../../../src/text/words.js';
import type { Block } from '../blocks/block.js';

/** Whether the text of one block goes on in another in the middle of a word. */
export type FindSeam = (before: number, after: number) => boolean;

/** Compares ends and beginnings of a page's blocks; each pair once, because many readings ask for the same. */
export function createFindSeam(blocks: readonly Block[]): FindSeam {
  const known = new Map<number, boolean>();
  return (before, after) => {
    const key = before * blocks.length + after;
    const found = known.get(key);
    if (found !== undefined) return found;
    const [first, second] = [blocks[before], blocks[after]];
    const isSeam = !!first?.endsOpen && !!second && isCutInWord(first.text, second.text);
    known.set(key, isSeam);
    return isSeam;
  };
}
