import type { Block } from '../blocks/block.js';
import type { HeadlineGroup, Reading } from './thread.js';

/** Blocks; a printed page has some hundred, a longer one is several in one file. A section ends where an article does. */
const SECTION = { least: 400, most: 800 };

/** Blocks `from` to `to` (exclusive) of a page. */
type Section = { from: number; to: number };

/** Cuts a page of very many blocks before a headline or dateline that follows a finished sentence. */
export function cutSections(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  let from = 0;
  for (const [index, block] of blocks.entries()) {
    const length = index - from;
    const before = blocks[index - 1];
    const opens = block.role === 'headline' || block.startsArticle;
    const isFinished = before?.role === 'byline' || (before?.role === 'body' && !before.endsOpen);
    if ((length >= SECTION.least && opens && isFinished) || length >= SECTION.most) {
      sections.push({ from, to: index });
      from = index;
    }
  }
  return [...sections, { from, to: blocks.length }];
}

/** Two sections' readings as one; the second's threads are numbered on. */
export function appendReading(first: Reading, second: Reading): Reading {
  const base = first.threads.length;
  const shift = (number: number | null): number | null => (number === null ? null : number + base);
  const move = ({ blocks, over, inside, below }: HeadlineGroup): HeadlineGroup => ({
    blocks,
    over: shift(over),
    inside: shift(inside),
    below: shift(below),
  });
  return {
    ...first,
    threads: [...first.threads, ...second.threads],
    headlines: [...first.headlines, ...second.headlines.map(move)],
    furniture: [...first.furniture, ...second.furniture],
    waitingByline: [...first.waitingByline, ...second.waitingByline],
  };
}
